import { defineTexts } from '../../../kernel/i18n/contract.ts'

export const texts = defineTexts(
  {
    'refusal.place.not_found': 'Tempat ini tidak ada dalam catatan. Pilih dari daftar.',
    'refusal.place.no_city': 'Daftar wilayah kota belum dimuat. Muat dulu data kota.',
    'refusal.place.wrong_parent':
      '{kind, select, rt {RT berada di bawah RW} rw {RW berada di bawah kelurahan} kelurahan {Kelurahan berada di bawah kecamatan} kecamatan {Kecamatan berada di bawah kota} other {Tempat ini berada di bawah kota, kecamatan, kelurahan, RW atau RT}}, bukan {parent, select, rt {RT} rw {RW} other {{parent}}}. Pilih induk yang lain.',
    'refusal.place.before_parent': '{parent} baru ada sejak {day}. Pilih tanggal itu atau sesudahnya.',
    'refusal.place.parent_closed': '{parent} berakhir pada {day}. Pilih tempat lain.',
    'refusal.place.name_taken': '{name} sudah ada di {parent} pada tanggal itu. Pakai yang sudah ada, atau nama lain.',
    'refusal.place.name_empty': 'Nama harus memuat huruf atau angka.',
    'refusal.place.code_taken': 'Kode ini sudah dipakai tempat lain. Periksa kodenya.',
    'refusal.place.closed_before_opened': 'Tempat ini baru ada sejak {day}. Pilih tanggal itu atau sesudahnya.',
    'refusal.place.has_open_places':
      'Masih ada {n, plural, other {# tempat}} di bawahnya yang berjalan sesudah tanggal itu, antara lain {name}. Akhiri dulu, lalu ulangi.',
    'refusal.place.already_closed': 'Tempat ini sudah berakhir pada {day}. Yang sudah berakhir tidak diubah lagi.',
    'refusal.place.alias_known': 'Ejaan ini sudah dikenal untuk tempat ini, jadi tidak perlu ditambah.',
  },
  {
    'refusal.place.not_found': 'This place is not on record. Choose one from the list.',
    'refusal.place.no_city': 'The city’s places are not loaded yet. Load the city’s data first.',
    'refusal.place.wrong_parent':
      '{kind, select, rt {An RT stands under an RW} rw {An RW stands under a kelurahan} kelurahan {A kelurahan stands under a kecamatan} kecamatan {A kecamatan stands under the city} other {This place stands under the city, a kecamatan, a kelurahan, an RW or an RT}}, not {parent, select, rt {an RT} rw {an RW} other {{parent}}}. Choose another parent.',
    'refusal.place.before_parent': '{parent} exists only from {day}. Choose that day or a later one.',
    'refusal.place.parent_closed': '{parent} ended on {day}. Choose another place.',
    'refusal.place.name_taken': '{name} is there already in {parent} on that day. Use it, or another name.',
    'refusal.place.name_empty': 'A name needs letters or digits.',
    'refusal.place.code_taken': 'This code belongs to another place. Check the code.',
    'refusal.place.closed_before_opened': 'This place exists only from {day}. Choose that day or a later one.',
    'refusal.place.has_open_places':
      '{n, plural, one {# place} other {# places}} under it go on after that day, among them {name}. End these first, then repeat.',
    'refusal.place.already_closed': 'This place ended on {day}. What has ended is not changed any more.',
    'refusal.place.alias_known': 'This spelling is known for this place already; nothing to add.',
  },
)
