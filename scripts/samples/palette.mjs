/** Paper, ink and one green: the only colours of the slides. */
export const palette = {
  paper: '#FBFAF7',
  sheet: '#F2EEE4',
  hairline: '#D9D3C5',
  stone: '#B8B1A2',
  muted: '#66615A',
  ink: '#1C1B1A',
  green: '#1F6F54',
  leaf: '#7FB39C',
  mist: '#DDEAE2',
  white: '#FFFFFF',
};

/** Two tones per course for its covers. */
export const tones = {
  green: { ground: '#1F6F54', figure: '#CFE6DA' },
  clay: { ground: '#EFE0C4', figure: '#9C4A27' },
  blue: { ground: '#27445F', figure: '#C3D8EA' },
};
