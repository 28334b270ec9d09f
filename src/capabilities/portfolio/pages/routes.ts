import { route } from '@react-router/dev/routes'

export default [
  route('angka', './capabilities/portfolio/pages/public/figures.tsx'),
  route('angka/:name', './capabilities/portfolio/pages/public/figure.tsx'),
  route('angka/:name/buka', './capabilities/portfolio/pages/public/opened.tsx'),
  route('klaim/:token', './capabilities/portfolio/pages/public/claim.tsx'),
  route('undian/:drawId', './capabilities/portfolio/pages/public/draw.tsx'),
  route('kelola/klaim', './capabilities/portfolio/pages/staff/claims.tsx'),
  route('kelola/klaim/baru', './capabilities/portfolio/pages/staff/new-claim.tsx'),
  route('kelola/klaim/:token', './capabilities/portfolio/pages/staff/claim.tsx'),
  route('kelola/klaim/:token/catatan', './capabilities/portfolio/pages/staff/pinned-rows.tsx'),
  route('kelola/angka/:name', './capabilities/portfolio/pages/staff/officer-rows.tsx'),
  route('milik/angka/:name', './capabilities/portfolio/pages/own/own-rows.tsx'),
]
