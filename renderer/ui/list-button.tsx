import { Bookmark, BookmarkCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListThing } from '../../contract/domain/browse.ts';
import { useChangeList, useIsListed } from '../lib/my-list.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

/** Puts a course or a lecture on the person's own list, or takes it off; `words` says it instead of showing a sign. */
export function ListButton(props: {
  readonly thing: ListThing;
  readonly title: string;
  readonly words?: boolean;
  readonly className?: string;
}): ReactNode {
  const { t } = useTranslation();
  const { thing, title } = props;
  const listed = useIsListed(thing);
  const change = useChangeList();
  const Sign = listed ? BookmarkCheck : Bookmark;
  const onPress = (): void => void change(thing, title, !listed);
  if (props.words) {
    return (
      <Button
        look="quiet"
        size="large"
        icon={<Sign size={18} aria-hidden />}
        onPress={onPress}
        {...(props.className === undefined ? {} : { className: props.className })}
      >
        {listed ? t('myList.remove') : t('myList.add')}
      </Button>
    );
  }
  return (
    <IconButton
      label={listed ? t('myList.removeNamed', { title }) : t('myList.addNamed', { title })}
      onPress={onPress}
      {...(props.className === undefined ? {} : { className: props.className })}
      {...(listed ? { 'data-listed': true } : {})}
    >
      <Sign size={18} aria-hidden />
    </IconButton>
  );
}
