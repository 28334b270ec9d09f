/** Sign-ins of the demo; impossible where a DATABASE_URL is set. Nobody here is a real person. */
export const demoPassword = 'sawah-hijau-26'

export const demoAccounts = {
  admin: { userName: 'admin.kota', displayName: 'Rahayu Lestari', what: 'administrator kota' },
  team: { userName: 'tim.kota', displayName: 'Bagas Pramono', what: 'tim smart city' },
  manager: {
    userName: 'pengelola.hijau',
    displayName: 'Wulan Setyowati',
    what: 'pengelola Bank Sampah Hijau Daun, Bujel',
  },
  teller: { userName: 'teller.hijau', displayName: 'Nur Aini', what: 'petugas timbang Hijau Daun' },
  second: { userName: 'teller2.hijau', displayName: 'Dwi Kartika', what: 'petugas timbang kedua Hijau Daun' },
  other: { userName: 'teller.melati', displayName: 'Joko Purwanto', what: 'petugas timbang unit lain, Melati' },
} as const

/** Claims of two members: code on the card and year of birth open Milik saya. */
export const demoMembers = [
  ['Siti Maimunah', 1984, '081234500101'],
  ['Bambang Hartono', 1971, '081234500102'],
  ['Yuliana Rahmawati', 1990, '081234500103'],
  ['Slamet Widodo', 1966, null],
  ['Endah Kusuma', 1979, '081234500105'],
  ['Rudi Prasetyo', 1988, '081234500106'],
  ['Tri Wahyuni', 1993, '081234500107'],
  ['Mbah Karsinem', 1949, null],
  ['Agus Supriyadi', 1975, '081234500109'],
  ['Dewi Anggraini', 1986, '081234500110'],
  ['Hendra Gunawan', 1982, '081234500111'],
  ['Sri Mulyani Hadi', 1969, null],
  ['Fitri Nurjanah', 1995, '081234500113'],
  ['Wahyu Nugroho', 1991, '081234500114'],
  ['Lilik Suryani', 1963, '081234500115'],
  ['Imam Ghozali', 1977, '081234500116'],
  ['Ratna Puspita', 1998, '081234500117'],
  ['Sutrisno Hadi', 1958, null],
] as const
