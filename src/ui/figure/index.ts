export { Figure, Figures, OpenLink, PublishedFigure } from './figure.tsx'
