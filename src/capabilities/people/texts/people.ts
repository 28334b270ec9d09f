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
    'refusal.residence.in_future': 'Tanggal pindah belum tiba. Catat pada harinya.',
    'refusal.residence.before_last': 'Tempat tinggal yang lain tercatat sampai {day}. Pilih tanggal sesudahnya.',
    'refusal.residence.same': 'Warga ini sudah tercatat tinggal di sana.',
    'refusal.residence.moved_meanwhile':
      'Tempat tinggal warga ini baru saja diubah orang lain. Buka lagi datanya, lalu periksa.',
    'refusal.household.in_future': 'Tanggal ini belum tiba. Catat pada harinya.',
    'refusal.household.kk_known':
      'Nomor KK ini sudah tercatat. Tambahkan warga ke keluarga itu; jangan membuat yang baru.',
    'refusal.household.in_another':
      'Warga ini masih tercatat dalam keluarga pada tanggal itu. Catat dulu kapan ia keluar.',
    'refusal.household.not_in_one': 'Warga ini tidak tercatat dalam keluarga mana pun. Buka lagi datanya.',
    'refusal.household.not_found': 'Keluarga ini tidak ada, atau semua anggotanya sudah keluar. Buat keluarga baru.',
    'refusal.household.before_join': 'Warga ini baru masuk keluarga pada {day}. Pilih tanggal itu atau sesudahnya.',
    'refusal.guardian.self': 'Seseorang tidak dapat menjadi wali dirinya sendiri. Pilih orang lain.',
    'refusal.guardian.is_child':
      'Wali harus berumur 18 tahun atau lebih. Pilih orang lain, atau betulkan tanggal lahirnya.',
    'refusal.guardian.in_future': 'Tanggal ini belum tiba. Catat pada harinya.',
    'refusal.guardian.circle': 'Orang ini sendiri berada di bawah perwalian warga tersebut. Pilih wali lain.',
    'refusal.guardian.already': 'Orang ini sudah menjadi walinya.',
    'refusal.guardian.not_found': 'Perwalian ini tidak ada dalam catatan. Buka lagi data warganya.',
    'refusal.guardian.ended_before_begun': 'Perwalian baru dimulai pada {day}. Pilih tanggal itu atau sesudahnya.',
    'refusal.guardian.already_ended': 'Perwalian ini sudah berakhir.',
    'refusal.person.link_self': 'Pilih dua catatan yang berbeda.',
    'refusal.person.link_chain':
      'Salah satu catatan ini sudah disatukan dengan catatan lain. Pilih catatan utamanya, atau lepaskan dulu.',
    'refusal.person.already_linked': 'Catatan ini sudah disatukan. Lepaskan dulu bila keliru.',
    'refusal.person.not_linked': 'Catatan ini tidak disatukan dengan catatan lain.',
    'refusal.consent.needs_guardian': 'Warga ini belum 18 tahun. Persetujuan diberikan oleh walinya: pilih wali.',
    'refusal.consent.not_the_guardian': 'Orang ini bukan wali warga tersebut. Catat dulu perwaliannya.',
    'refusal.consent.already_given': 'Persetujuan untuk tujuan ini sudah ada. Cabut dulu bila teksnya berganti.',
    'refusal.consent.already_withdrawn': 'Persetujuan ini sudah dicabut.',
    'refusal.consent.not_found': 'Persetujuan ini tidak ada dalam catatan. Buka lagi daftarnya.',
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
    'refusal.residence.in_future': 'The day of moving has not come yet. Record it on the day.',
    'refusal.residence.before_last': 'Another residence is on record until {day}. Choose a later day.',
    'refusal.residence.same': 'This person is on record as living there already.',
    'refusal.residence.moved_meanwhile':
      'Somebody else just changed this person’s residence. Open the record again and check.',
    'refusal.household.in_future': 'This day has not come yet. Record it on the day.',
    'refusal.household.kk_known':
      'This family card number is recorded already. Add the person to that household; do not make a new one.',
    'refusal.household.in_another':
      'This person is on record in a household on that day. Record first when they left it.',
    'refusal.household.not_in_one': 'This person is in no household. Open the record again.',
    'refusal.household.not_found': 'There is no such household, or all its members have left. Form a new one.',
    'refusal.household.before_join': 'This person joined the household on {day}. Choose that day or a later one.',
    'refusal.guardian.self': 'Nobody can be their own guardian. Choose somebody else.',
    'refusal.guardian.is_child': 'A guardian must be 18 or older. Choose somebody else, or correct the date of birth.',
    'refusal.guardian.in_future': 'This day has not come yet. Record it on the day.',
    'refusal.guardian.circle': 'This person is a ward of the very person. Choose another guardian.',
    'refusal.guardian.already': 'This person is the guardian already.',
    'refusal.guardian.not_found': 'This guardianship is not on record. Open the person’s record again.',
    'refusal.guardian.ended_before_begun': 'The guardianship began on {day}. Choose that day or a later one.',
    'refusal.guardian.already_ended': 'This guardianship has ended already.',
    'refusal.person.link_self': 'Choose two different records.',
    'refusal.person.link_chain':
      'One of these records is joined with another already. Choose the one that stands for both, or separate them first.',
    'refusal.person.already_linked': 'This record is joined already. Separate it first if that was wrong.',
    'refusal.person.not_linked': 'This record is not joined with another one.',
    'refusal.consent.needs_guardian': 'This person is under 18. The guardian gives the consent: choose the guardian.',
    'refusal.consent.not_the_guardian': 'This is not the person’s guardian. Record the guardianship first.',
    'refusal.consent.already_given':
      'There is a consent for this purpose already. Withdraw it first if the text has changed.',
    'refusal.consent.already_withdrawn': 'This consent was withdrawn already.',
    'refusal.consent.not_found': 'This consent is not on record. Open the list again.',
  },
)
