import { defineTexts } from '../../../kernel/i18n/contract.ts'

export const peopleTexts = defineTexts(
  {
    'refusal.person.name_without_letters': 'Nama harus memuat huruf. Tulis nama seperti di KTP atau nama panggilan.',
    'refusal.person.birth_year_differs':
      'Tahun lahir tidak sama dengan tahun pada tanggal lahir. Betulkan salah satunya.',
    'refusal.person.birth_in_future': 'Tanggal atau tahun lahir ini belum tiba. Periksa tahunnya.',
    'refusal.person.birth_too_long_ago': 'Lahir lebih dari 120 tahun yang lalu. Periksa tahunnya.',
    'refusal.person.birth_unknown':
      'Tahun lahir belum diisi. Tanpa itu warga ini sulit dibedakan dari yang senama. Simpan tanpa tahun lahir?',
    'refusal.person.looks_like':
      'Sudah tercatat {name}{kelurahan, select, none {} other {, Kelurahan {kelurahan}}}. Bila orangnya sama, cari dan pakai datanya. Bila memang orang lain, simpan sebagai warga baru?',
    'refusal.person.nik_known':
      'NIK ini sudah tercatat. Cari warga itu dengan NIK lengkapnya dan pakai datanya; jangan didaftarkan dua kali.',
    'refusal.person.not_found': 'Warga ini tidak ada dalam catatan, atau di luar wilayah tugas Anda. Cari lagi.',
    'refusal.person.erased': 'Data warga ini sudah dihapus, jadi tidak dapat diubah. Daftarkan sebagai warga baru.',
    'refusal.person.place_unknown': 'Tempat ini tidak ada dalam catatan. Pilih tempat lain.',
    'refusal.residence.not_a_home': 'Tempat tinggal harus sebuah RT atau kelurahan. Pilih dari daftar.',
    'refusal.residence.place_not_in_use': '{place} tidak dipakai pada {day}. Pilih tempat lain atau tanggal lain.',
  },
  {
    'refusal.person.name_without_letters':
      'A name needs letters. Write it as on the identity card, or as people call them.',
    'refusal.person.birth_year_differs': 'The year of birth is not the year of the date of birth. Correct one of them.',
    'refusal.person.birth_in_future': 'This date or year of birth has not come yet. Check the year.',
    'refusal.person.birth_too_long_ago': 'Born more than 120 years ago. Check the year.',
    'refusal.person.birth_unknown':
      'The year of birth is missing. Without it this person is hard to tell from namesakes. Save without it?',
    'refusal.person.looks_like':
      'There already is {name}{kelurahan, select, none {} other {, Kelurahan {kelurahan}}}. If it is the same person, search and use that record. If it is somebody else, save as a new person?',
    'refusal.person.nik_known':
      'This NIK is recorded already. Search that person by the whole NIK and use the record; do not register twice.',
    'refusal.person.not_found': 'This person is not on record, or not in your area. Search again.',
    'refusal.person.erased': 'This person’s data was erased and cannot be changed. Register a new person.',
    'refusal.person.place_unknown': 'This place is not on record. Choose another.',
    'refusal.residence.not_a_home': 'A residence must be an RT or a kelurahan. Choose one from the list.',
    'refusal.residence.place_not_in_use': '{place} is not in use on {day}. Choose another place or another day.',
  },
)
