import { route } from '@react-router/dev/routes'

const field = './capabilities/waste-bank/pages/field'

export default [
  route('timbang', `${field}/units.tsx`),
  route('timbang/:unitId', `${field}/day.tsx`),
  route('timbang/:unitId/harga', `${field}/prices.tsx`),
  route('timbang/:unitId/nasabah', `${field}/members.tsx`),
  route('timbang/:unitId/nasabah/baru', `${field}/new-member.tsx`),
  route('timbang/:unitId/nasabah/:memberId/kartu', `${field}/new-card.tsx`),
  route('timbang/:unitId/setor/:memberId', `${field}/weigh.tsx`),
  route('timbang/:unitId/tarik/:memberId', `${field}/withdraw.tsx`),
  route('timbang/:unitId/bukti', `${field}/receipts.tsx`),
  route('timbang/:unitId/bukti/:receiptId', `${field}/receipt.tsx`),
  route('timbang/:unitId/bukti/:receiptId/balik', `${field}/reverse.tsx`),
  route('timbang/:unitId/tutup', `${field}/close.tsx`),
  route('timbang/:unitId/rekap/:dayId', `${field}/recap.tsx`),
]
