export { corakCells, corakPath, shortHash } from './corak.ts'
export { qrSvgPath } from './qr.ts'
