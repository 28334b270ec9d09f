import { route } from '@react-router/dev/routes'

export default [
  route('timbang', './capabilities/waste-bank/pages/field/units.tsx'),
  route('timbang/:unitId', './capabilities/waste-bank/pages/field/day.tsx'),
  route('timbang/:unitId/harga', './capabilities/waste-bank/pages/field/prices.tsx'),
  route('timbang/:unitId/nasabah', './capabilities/waste-bank/pages/field/members.tsx'),
  route('timbang/:unitId/nasabah/baru', './capabilities/waste-bank/pages/field/new-member.tsx'),
  route('timbang/:unitId/nasabah/:memberId/kartu', './capabilities/waste-bank/pages/field/new-card.tsx'),
  route('timbang/:unitId/nasabah/:memberId/pin', './capabilities/waste-bank/pages/field/set-pin.tsx'),
  route('timbang/:unitId/setor/:memberId', './capabilities/waste-bank/pages/field/weigh.tsx'),
  route('timbang/:unitId/tarik/:memberId', './capabilities/waste-bank/pages/field/withdraw.tsx'),
  route('timbang/:unitId/bukti', './capabilities/waste-bank/pages/field/receipts.tsx'),
  route('timbang/:unitId/bukti/:receiptId', './capabilities/waste-bank/pages/field/receipt.tsx'),
  route('timbang/:unitId/bukti/:receiptId/balik', './capabilities/waste-bank/pages/field/reverse.tsx'),
  route('timbang/:unitId/tutup', './capabilities/waste-bank/pages/field/close.tsx'),
  route('timbang/:unitId/rekap/:dayId', './capabilities/waste-bank/pages/field/recap.tsx'),
]
