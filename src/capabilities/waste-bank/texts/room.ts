import { defineTexts } from '../../../kernel/i18n/contract.ts'

/** Refusals, messages to members and words on paper. */
export const roomTexts = defineTexts(
  {
    'waste.message.deposit': 'Setoran {number} masuk: {amount}. Saldo Anda {balance}.',
    'waste.message.withdrawal':
      'Penarikan {number} dibayar: {amount}. Saldo Anda {balance}. Bukan Anda? Hubungi bank sampah hari ini juga.',
    'waste.message.reversal': 'Setoran dibalik dengan catatan {number}: {amount}. Saldo Anda {balance}.',
    'waste.message.code':
      'Kode {code} untuk menarik {amount}. Berlaku {minutes} menit. Sebutkan hanya kepada petugas di depan Anda.',
    'waste.task.price_list_missing': 'Daftar harga belum ada',
    'refusal.deposit.weight_zero': 'Berat harus lebih dari 0. Timbang lagi, lalu tulis angkanya.',
    'refusal.deposit.weight_unusual':
      '{material}: {measure, select, gram {{quantity, number} kg} millilitre {{quantity, number} liter} other {{quantity, number} buah}} jauh di atas biasanya. Benar sebanyak itu?',
    'refusal.deposit.over_limit':
      '{material} di atas batas unit ini, {measure, select, gram {{limit, number} kg} millilitre {{limit, number} liter} other {{limit, number} buah}}. Minta orang kedua ikut memeriksa dan masuk di sini.',
    'refusal.deposit.no_price': '{material} tidak ada di daftar harga {day}. Minta pengelola menambahkan harganya.',
    'refusal.deposit.no_price_list': 'Belum ada daftar harga untuk {day}. Minta pengelola membuatnya.',
    'refusal.deposit.no_sharing': 'Belum ada aturan bagi hasil untuk {day}. Minta pengelola membuatnya.',
    'refusal.deposit.material_unknown': 'Bahan ini tidak dikenal. Pilih dari daftar.',
    'refusal.deposit.material_closed': '{material} tidak lagi diterima. Pilih bahan lain.',
    'refusal.deposit.day_in_future': 'Tanggal {day} belum tiba. Periksa tanggalnya.',
    'refusal.deposit.day_too_old': 'Tanggalnya lebih dari {max} hari yang lalu. Periksa tanggalnya.',
    'refusal.deposit.unknown': 'Setoran ini tidak ada.',
    'refusal.deposit.reverse_by_another':
      'Lewat sepuluh menit, setoran dibalik oleh orang lain. Minta orang kedua masuk di sini.',
    'refusal.deposit.reversal_needs_second':
      'Nasabah sudah mengambil sebagian: Rp{short, number} akan dicatat sebagai piutang. Minta orang kedua menyetujui.',
    'refusal.deposit.reversed_already': 'Setoran ini sudah dibalik. Satu setoran hanya dibalik satu kali.',
    'refusal.day.not_open': 'Hari timbang belum dibuka. Hitung uang kas, lalu buka hari.',
    'refusal.day.open_already': 'Hari timbang sudah dibuka. Tutup dulu sebelum membuka lagi.',
    'refusal.day.open_from_before': 'Hari timbang {day} belum ditutup. Tutup dulu, lalu buka hari ini.',
    'refusal.day.unknown': 'Hari timbang ini tidak ada.',
    'refusal.day.difference_needs_note':
      'Uang terhitung Rp{counted, number}, catatan Rp{booked, number}. Hitung sekali lagi, atau tulis sebab selisihnya.',
    'refusal.withdrawal.amount_zero': 'Jumlah tarikan harus lebih dari Rp0.',
    'refusal.withdrawal.insufficient': 'Saldo hanya Rp{balance, number}. Kurangi jumlahnya.',
    'refusal.withdrawal.cash_short':
      'Uang di kas hanya Rp{cash, number}. Kurangi jumlahnya, dan bayar sisanya pada hari lain.',
    'refusal.withdrawal.no_phone': 'Nasabah ini tidak punya nomor ponsel. Pakai PIN atau tanda tangan.',
    'refusal.withdrawal.no_pin': 'Nasabah ini belum punya PIN. Pakai kode atau tanda tangan.',
    'refusal.withdrawal.pin_wrong': 'PIN salah. Minta nasabah mengetiknya lagi.',
    'refusal.withdrawal.code_wrong': 'Kode salah atau sudah lewat waktunya. Kirim kode baru.',
    'refusal.member.unknown': 'Nasabah ini tidak ada di unit ini. Cari lagi dengan nama, nomor atau kartu.',
    'refusal.member.left': 'Nasabah ini sudah keluar sejak {on}. Daftarkan lagi bila kembali.',
    'refusal.member.left_already': 'Nasabah ini sudah keluar.',
    'refusal.member.has_savings': 'Saldonya masih Rp{balance, number}. Bayarkan dulu, baru keluar.',
    'refusal.member.number_taken': 'Nomor nasabah ini sudah dipakai. Pilih nomor lain atau kosongkan.',
    'refusal.member.joined_already': 'Orang ini sudah menjadi nasabah unit ini.',
    'refusal.member.pin_weak': 'PIN ini terlalu mudah ditebak. Pilih enam angka lain.',
    'refusal.membership.no_match':
      'Kode dan tahun lahir tidak cocok. Lihat kode di kartu nasabah Anda, atau minta kode baru di bank sampah.',
    'refusal.price.none_written': 'Tulis sedikitnya satu harga.',
    'refusal.price.jump':
      'Harga {material} berubah dari Rp{before, number} menjadi Rp{after, number}, lebih dari separuh. Benar begitu?',
    'refusal.price.left_out':
      '{n, number} dari {of, number} bahan yang sekarang punya harga tidak ada di daftar ini. Sejak {from} bahan itu tidak bisa disetor. Benar begitu?',
    'refusal.price.withdraw':
      'Batalkan daftar harga yang mulai {from}? {before, select, none {Tidak ada daftar sebelumnya: unit ini tidak bisa mencatat setoran sejak hari itu.} other {Daftar sebelumnya, yang mulai {before}, berlaku lagi.}} Daftar yang dibatalkan tetap tercatat.',
    'refusal.price.used': '{n, number} setoran sejak {from} sudah memakai harga lama. Mulai dari hari sesudahnya.',
    'refusal.price.list_exists':
      'Sudah ada daftar harga yang mulai pada tanggal itu. Batalkan dulu, atau pilih tanggal lain.',
    'refusal.price.list_unknown': 'Daftar harga ini tidak ada.',
    'refusal.price.withdrawn_already': 'Daftar harga ini sudah dibatalkan.',
    'refusal.price.material_twice': 'Satu bahan tertulis dua kali di daftar ini. Hapus salah satunya.',
    'refusal.sharing.margin_is_whole':
      'Dengan bagi hasil lewat selisih harga, nasabah menerima seluruhnya: tulis 100%.',
    'refusal.sharing.part_range': 'Tulis bagian nasabah dari 0% sampai 100%, contoh 85 atau 82,5.',
    'refusal.sharing.used': '{n, number} setoran sejak {from} sudah memakai aturan lama. Mulai dari hari sesudahnya.',
    'refusal.sharing.exists': 'Sudah ada aturan yang mulai pada tanggal itu. Pilih tanggal lain.',
    'refusal.limit.exists': 'Sudah ada batas yang mulai pada tanggal itu. Pilih tanggal lain.',
    'refusal.material.unknown': 'Bahan ini tidak ada di katalog.',
    'refusal.material.code_taken': 'Kode bahan ini sudah dipakai. Pilih kode lain.',
    'refusal.material.closed_already': 'Bahan ini sudah ditutup.',
    'refusal.waste_unit.unknown': 'Unit bank sampah ini tidak ada.',
    'refusal.waste_unit.closed': 'Unit ini tutup sejak {on}.',
    'refusal.waste_unit.closed_already': 'Unit ini sudah ditutup.',
    'refusal.waste_unit.code_taken': 'Kode unit ini sudah dipakai. Pilih kode lain.',
    'refusal.waste_unit.day_still_open': 'Hari timbang unit ini masih terbuka. Tutup hari dulu.',
    'refusal.receipt.unknown': 'Bukti ini tidak ada. Periksa alamat atau kodenya.',
  },
  {
    'waste.message.deposit': 'Deposit {number} booked: {amount}. Your balance is {balance}.',
    'waste.message.withdrawal':
      'Withdrawal {number} paid: {amount}. Your balance is {balance}. Not you? Tell the waste bank today.',
    'waste.message.reversal': 'Deposit reversed by record {number}: {amount}. Your balance is {balance}.',
    'waste.message.code':
      'Code {code} to withdraw {amount}. Good for {minutes} minutes. Tell it only to the teller in front of you.',
    'waste.task.price_list_missing': 'Price list missing',
    'refusal.deposit.weight_zero': 'The weight must be above 0. Weigh again and write the number.',
    'refusal.deposit.weight_unusual':
      '{material}: {measure, select, gram {{quantity, number} kg} millilitre {{quantity, number} l} other {{quantity, number} pieces}} is far above the usual. Is it really that much?',
    'refusal.deposit.over_limit':
      '{material} is above this unit’s limit, {measure, select, gram {{limit, number} kg} millilitre {{limit, number} l} other {{limit, number} pieces}}. Ask a second person to check and sign in here.',
    'refusal.deposit.no_price': '{material} is not on the price list of {day}. Ask the manager to add its price.',
    'refusal.deposit.no_price_list': 'There is no price list for {day}. Ask the manager to make one.',
    'refusal.deposit.no_sharing': 'There is no sharing rule for {day}. Ask the manager to make one.',
    'refusal.deposit.material_unknown': 'This material is not known. Choose from the list.',
    'refusal.deposit.material_closed': '{material} is no longer taken. Choose another material.',
    'refusal.deposit.day_in_future': 'The date {day} has not come yet. Check the date.',
    'refusal.deposit.day_too_old': 'The date is more than {max} days ago. Check the date.',
    'refusal.deposit.unknown': 'This deposit does not exist.',
    'refusal.deposit.reverse_by_another':
      'After ten minutes somebody else reverses a deposit. Ask a second person to sign in here.',
    'refusal.deposit.reversal_needs_second':
      'The member has taken part of it already: Rp{short, number} will be booked as owed. Ask a second person to approve.',
    'refusal.deposit.reversed_already': 'This deposit was reversed before. A deposit is reversed only once.',
    'refusal.day.not_open': 'The day is not open yet. Count the cash, then open the day.',
    'refusal.day.open_already': 'The day is open already. Close it before opening again.',
    'refusal.day.open_from_before': 'The day of {day} is still open. Close it, then open today.',
    'refusal.day.unknown': 'This day does not exist.',
    'refusal.day.difference_needs_note':
      'Counted Rp{counted, number}, booked Rp{booked, number}. Count once more, or write why they differ.',
    'refusal.withdrawal.amount_zero': 'The amount must be above Rp0.',
    'refusal.withdrawal.insufficient': 'The balance is only Rp{balance, number}. Lower the amount.',
    'refusal.withdrawal.cash_short':
      'The cash box holds only Rp{cash, number}. Lower the amount, and pay the rest on another day.',
    'refusal.withdrawal.no_phone': 'This member has no phone number. Use the PIN or a signature.',
    'refusal.withdrawal.no_pin': 'This member has no PIN yet. Use a code or a signature.',
    'refusal.withdrawal.pin_wrong': 'Wrong PIN. Ask the member to type it again.',
    'refusal.withdrawal.code_wrong': 'The code is wrong or too old. Send a new one.',
    'refusal.member.unknown': 'This member is not in this unit. Search again by name, number or card.',
    'refusal.member.left': 'This member left on {on}. Register again on return.',
    'refusal.member.left_already': 'This member has left already.',
    'refusal.member.has_savings': 'The balance is still Rp{balance, number}. Pay it out first.',
    'refusal.member.number_taken': 'This member number is taken. Choose another or leave it empty.',
    'refusal.member.joined_already': 'This person is a member of this unit already.',
    'refusal.member.pin_weak': 'This PIN is too easy to guess. Choose six other digits.',
    'refusal.membership.no_match':
      'Code and year of birth do not match. Look at the code on your member card, or ask the waste bank for a new one.',
    'refusal.price.none_written': 'Write at least one price.',
    'refusal.price.jump':
      'The price of {material} goes from Rp{before, number} to Rp{after, number}, more than half. Is that right?',
    'refusal.price.left_out':
      '{n, number} of the {of, number} materials that have a price now are not on this list. From {from} they cannot be brought. Is that right?',
    'refusal.price.withdraw':
      'Withdraw the price list that begins on {from}? {before, select, none {There is no earlier list: from that day this unit cannot record deposits.} other {The earlier list, from {before}, holds again.}} A list that was withdrawn stays on record.',
    'refusal.price.used': '{n, number} deposits since {from} have used the old prices. Begin on a later day.',
    'refusal.price.list_exists':
      'There is a price list that begins on that day. Withdraw it first, or choose another day.',
    'refusal.price.list_unknown': 'This price list does not exist.',
    'refusal.price.withdrawn_already': 'This price list was withdrawn already.',
    'refusal.price.material_twice': 'One material stands twice on this list. Remove one of them.',
    'refusal.sharing.margin_is_whole': 'With sharing by price margin the member gets all of it: write 100%.',
    'refusal.sharing.part_range': 'Write the member’s part from 0% to 100%, such as 85 or 82,5.',
    'refusal.sharing.used': '{n, number} deposits since {from} have used the old rule. Begin on a later day.',
    'refusal.sharing.exists': 'There is a rule that begins on that day. Choose another day.',
    'refusal.limit.exists': 'There is a limit that begins on that day. Choose another day.',
    'refusal.material.unknown': 'This material is not in the catalogue.',
    'refusal.material.code_taken': 'This material code is taken. Choose another.',
    'refusal.material.closed_already': 'This material is closed already.',
    'refusal.waste_unit.unknown': 'This waste bank unit does not exist.',
    'refusal.waste_unit.closed': 'This unit is closed since {on}.',
    'refusal.waste_unit.closed_already': 'This unit is closed already.',
    'refusal.waste_unit.code_taken': 'This unit code is taken. Choose another.',
    'refusal.waste_unit.day_still_open': 'The day of this unit is still open. Close the day first.',
    'refusal.receipt.unknown': 'This receipt does not exist. Check the address or the code.',
  },
)
