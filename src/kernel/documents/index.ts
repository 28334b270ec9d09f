export { corakCells, corakPath, shortHash } from './corak.ts'
export { qrSvgPath } from './qr.ts'
export { mm } from './measure.ts'
export { palette } from './palette.ts'
export { families } from './fonts.ts'
export { type Content, type CustomTableLayout, type DocumentHead, type PdfDefinition, renderPdf } from './render.ts'
export { type Emblem, type Issuer, type Letter, letterFrame } from './letter-frame.ts'
export { type Receipt, type ReceiptLine, receiptFrame58, receiptFrameA6 } from './receipt-frame.ts'
export { type WallList, wallList } from './wall-list.ts'
export { type MemberCard, type MemberCards, memberCard, memberCardSheet } from './member-card.ts'
export {
  type DefinitionRow,
  type ProofState,
  type SignaturePlace,
  type TableColumn,
  type TableData,
  corakPicture,
  dataTable,
  definitionRows,
  largeFigure,
  paragraph,
  proofLine,
  proofStates,
  qrPicture,
  recordMark,
  sampleBox,
  sectionTitle,
  signatureRow,
} from './pieces.ts'
