import type { ReactNode, RefObject } from 'react';
import { Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import {
  captionBackgrounds,
  captionColours,
  captionEdges,
  captionPlaces,
  captionSizes,
  type CaptionStyle,
  usualCaptionStyle,
} from '../../../../contract/domain/caption-style.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { CaptionLines } from './caption-lines.tsx';
import css from './caption-style-panel.module.css';

/** How captions look: each choice shows at once in the preview and on the picture. */
export function CaptionStylePanel(props: {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly style: CaptionStyle;
  readonly onStyle: (style: CaptionStyle) => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { style, onStyle } = props;
  return (
    <Popover
      triggerRef={props.trigger}
      isOpen={props.open}
      onOpenChange={props.onOpenChange}
      aria-label={t('captions.style')}
      placement="top end"
      offset={8}
      crossOffset={160}
      className={css.popover ?? ''}
    >
      <div className={css.panel}>
        <h2 className={css.title} aria-hidden>
          {t('captions.style')}
        </h2>
        <div className={css.preview} aria-hidden data-testid="caption-preview" data-place={style.place}>
          <CaptionLines style={style} lines={[{ language: i18n.language, texts: [t('captions.preview')] }]} />
        </div>
        <Row
          label={t('captions.size.label')}
          options={captionSizes.map((id) => ({ id, label: t(`captions.size.${id}`) }))}
          value={style.size}
          onChange={(size) => {
            onStyle({ ...style, size });
          }}
        />
        <Row
          label={t('captions.colour.label')}
          options={captionColours.map((id) => ({ id, label: t(`captions.colour.${id}`) }))}
          value={style.colour}
          onChange={(colour) => {
            onStyle({ ...style, colour });
          }}
        />
        <Row
          label={t('captions.background.label')}
          options={captionBackgrounds.map((id) => ({ id, label: t(`captions.background.${id}`) }))}
          value={style.background}
          onChange={(background) => {
            onStyle({ ...style, background });
          }}
        />
        <Row
          label={t('captions.edge.label')}
          options={captionEdges.map((id) => ({ id, label: t(`captions.edge.${id}`) }))}
          value={style.edge}
          onChange={(edge) => {
            onStyle({ ...style, edge });
          }}
        />
        <Row
          label={t('captions.place.label')}
          options={captionPlaces.map((id) => ({ id, label: t(`captions.place.${id}`) }))}
          value={style.place}
          onChange={(place) => {
            onStyle({ ...style, place });
          }}
        />
        <p className={css.system}>{t('captions.system')}</p>
        <Button
          size="small"
          onPress={() => {
            onStyle(usualCaptionStyle);
          }}
        >
          {t('captions.usual')}
        </Button>
      </div>
    </Popover>
  );
}

function Row<Id extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}): ReactNode {
  return (
    <div className={css.row}>
      <span className={css.label} aria-hidden>
        {props.label}
      </span>
      <Segmented label={props.label} options={props.options} value={props.value} onChange={props.onChange} />
    </div>
  );
}
