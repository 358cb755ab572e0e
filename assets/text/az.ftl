# Every word of the interface, in English.
app-name = Araxes
lecture = Mühazirə
kiosk = Kiosk
lens-claims = İddialar
lens-control = Nəzarət
lens-title-claims = Kim nəyə iddia edirdi
lens-title-control = Kim nəyə nəzarət edirdi
lens-title-of = { $name-genitive } gözü ilə
lens-told = { $lens }, { $who-genitive } dediyinə görə
a-voice = Bir səs…
old-style = { $date }, köhnə təqvimlə
what-changed = Nə dəyişdi
nothing-changed = Nə cavablar, nə də nəzarət edənlər əvvəlki gündən fərqlənir
nothing-changed-between = İlk gün ilə son gün arasında heç bir cavab və nəzarət edən fərqlənmir
lens-named = Baxış bucağı: { $name }
nothing-selected = Rəngin kimin sözünə əsaslandığını oxumaq üçün rayona klikləyin. Dəyişməsini görmək üçün zaman xəttini sürükləyin və ya Boşluq düyməsini basın. F1 bütün işarələri və düymələri izah edir.
of-the-day = Həmin gün
no-statement = bəyanat qeydə alınmayıb
hearsay = { $who-genitive } dediyinə görə
possibly = bəlkə də
inherited = { $area } haqqında deyilib
condition = şərt
since = { $date } tarixindən
begun-between = { $from } ilə { $to } arasında başlayıb
said = deyilib: { $date }
undated = tarixsiz
as-of = { $date } tarixinə olan vəziyyət
possibly-so = Bəlkə də: { $what }
possibly-when = Bəlkə də, { $when }: { $sentence }
record-ends = Qeydlər burada bitir
record-covers = Bu atlas { $from } – { $to } dövrünü əhatə edir. Sonra baş verənlər burada yoxdur.
record-covers-epilogue = Bu atlas { $from } – { $to } dövrünü, bəzi qeydlərdə isə { $end } tarixinədək əhatə edir. Sonra baş verənlər burada yoxdur.
some-time-after = { $date } tarixindən sonra
not-after = { $date } tarixindən gec olmayaraq
outline = Adlar və sərhəd
undated-records = Tarixsiz: qeydə alınıb, günü yoxdur
undated-of-day = Tarixsiz: bəlkə də həmin gün
possibly-of-day = Bəlkə də həmin gün
until = { $date } tarixinədək
message = mesaj
stance = Mövqe
read-in = Oxunub
cites = İstinad
cite-author-year = { $author } { $year }
cite-page = s. { $page }
cite-pages = { $count ->
    [one] s. { $pages }
   *[other] s. { $pages }
}
cite-note = haş. { $note }
cite-note-elsewhere = haş. { $note } (s. { $page } üzərində çap olunub)
cite-no-note = haşiyə yoxdur
# A record as a footnote that names the document first: “Chicherin to Orjonikidze, telegram, 3 July 1920,
# RGASPI f. 64, op. 1, d. 21, l. 3–3v, in İsmayılov 2019, 174 n. 20.”
footnote = { $parts }.
footnote-message = { $from-ablative } { $to-dative } { $kind }, { $date }
footnote-message-from = { $from-ablative } { $kind }, { $date }
footnote-message-to = { $to-dative } { $kind }, { $date }
footnote-message-alone = { $kind }, { $date }
footnote-statement = { $who } – { $what }, { $date }
footnote-record = { $what } ({ $date })
footnote-page-note = { $page }, haş. { $note }
footnote-original-in = { $original }, oxunub: { $work }
footnote-in = { $work }
register-claim = { $sentence } ({ $voices })
area-not-named = yerin adı çəkilmir
not-seen = bu atlas görməyib
held-by = Nəzarət edən
others-on-day = Başqaları, { $date }
only-possible = Həmin gün yalnız mümkün olan
all-fields = Qeyddə olan hər şey
other-reports = Başqa məlumatlar
report = Məlumat
sent-or-received = Göndərib və ya alıb
seat-of = { $party-genitive } iqamətgahı
view-changes = Nə dəyişdi
view-whole = Böyüt
view-below = Xəritənin altında
more-views = Daha…
key = İşarələr
show-key = İşarələri aç və ya yığ
next-sign = Xəritədə növbəti işarə, oxu sırası ilə
previous-sign = Ondan əvvəlki işarə
ui-larger = Hər şey daha iri
ui-smaller = Hər şey daha xırda
ui-usual = Adi ölçü
type-a-name = Ad yazın
no-party = Heç bir tərəf adından
lens-blank = Həmin gün bu baxış bucağı ilə heç nə qeydə alınmayıb. Bunlarla var:
lens-blank-all = Həmin gün heç bir baxış bucağı ilə heç nə qeydə alınmayıb.
days-a-second = { $count ->
    [one] saniyədə bir gün
   *[other] saniyədə { $count } gün
}
seconds-a-day = { $seconds } saniyədə bir gün
records-of-day = { $count ->
    [one] günün bir qeydi
   *[other] günün { $count } qeydi
}
epilogue-about = Keçid: { $days }
key-time-line = Zaman xətti: zolaqların üstündəki sütun günün qeydləri qədər hündürdür. Zolaqda cizgi həmin günün qeydidir, tünd hissə qeydin dəqiq qüvvədə olduğu, solğun hissə isə ola biləcəyi günlərdir.
changes-count = { $count ->
    [one] bir fərq
   *[other] { $count } fərq
}
changes-with-papers = Əvvəl və sonra, sənədlərlə
told-two-ways = Bir neçə cür nəql olunur
told-in-ways = { $count ->
    [one] Bir cür nəql olunur
   *[other] { $count } cür nəql olunur
}
words-used = Burada işlənən sözlər
groups = Tərkibində
of-this-party = Bu tərəfdən
named-in-claims = İddialarda adı çəkilir
holdings = Bildirilir ki, nəzarət edirdi
holdings-denied = Bildirilir ki, nəzarət etmirdi
came-from-here = Buradan gəlib
dated-by-it = Tarixi ondandır
yes = bəli
quoted = “{ $words }”
counted-by = { $number }, { $who-genitive } göstərdiyi say
fit-direct = haşiyə cümlənin yanındadır
fit-passage = haşiyə sonra gəlir və cümləni əhatə edə bilər
fit-none = cümləni heç bir haşiyə əhatə etmir
fact-kind = Növ
fact-term = Termin
fact-short = Qısaca
fact-sentence = Mənası
fact-forms = Başqa yazılışı
fact-title = Başlıq
fact-gist = Nə deyir
fact-names = Adlar
fact-sent = Göndərilmə
fact-when = Tarix
fact-as_written = Yazıldığı kimi
fact-calendar = Təqvim
fact-earliest = Əvvəl deyil
fact-latest = Gec deyil
fact-until = Qüvvədə olduğu son gün
fact-after = Sonra
fact-before = Əvvəl
fact-received = Alınıb
fact-deadline = Son müddət
fact-from = Kimdən
fact-to = Kimə
fact-addressee_as_written = Ünvan, yazıldığı kimi
fact-voices = Kimin sözləri
fact-stance = Mövqe
fact-stance_as_written = Mövqe, yazıldığı kimi
fact-by = Kim
fact-of = Kimdən
fact-condition = Şərt
fact-message = Harada deyilib
fact-message_doubtful = Bunun həmin mesajda deyildiyi şübhəlidir
fact-rank = Bir günün sözləri arasında sıra
fact-holder = Nəzarət edən
fact-holder_as_written = Nəzarət edən, yazıldığı kimi
fact-not = Nəzarət etmir
fact-extent = Əhatəsi
fact-area = Yer
fact-area_as_written = Yer, yazıldığı kimi
fact-at = Harada
fact-at_as_written = Məntəqə, yazıldığı kimi
fact-strength = Sayı
fact-about = Haqqında
fact-claims = Deyir
fact-reply_to = Cavab verir
fact-people = Kim
fact-places = Harada
fact-records = Qeydlər
fact-sources = Mənbələr
fact-tellings = Nəql olunur
fact-handling = Atlas bunu necə göstərir
fact-mark = Xəritədə işarə
fact-basis = Əsası
fact-told_by = Kimin sözü ilə
fact-reason = Çəkisinin səbəbi
fact-note = İzah
fact-plain = Sadə sözlərlə
fact-in_plain_words = Sadə sözlərlə
fact-party = Tərəf
fact-authority = Çəki
fact-offices = Vəzifə
fact-precision_km = Yerin dəqiqliyi, km
fact-coordinate_source = Yerin mənbəyi
fact-height_m = Hündürlük, metrlə
fact-height_source = Hündürlük mənbəyi
fact-area_km2 = Sərhəd daxilində sahə, km²
fact-historical_area_km2 = O vaxt çap olunmuş sahə, km²
fact-historical_area_source = Çap olunduğu yer
word-basis-document = sənəd: mənbə sənədin sözlərini verir
word-basis-narrative = nəql: mənbənin müəllifi nəql edir
word-basis-gloss = izah: sənədin kimi və ya nəyi nəzərdə tutduğunu müəllif belə oxuyur
word-basis-inference = nəticə: görülən işdən çıxarılıb
word-basis-author = müəllif: mənbə müəllifinin mülahizəsi
word-calendar-new = yeni təqvim
word-calendar-old = köhnə təqvim
reports-without-room = { $count ->
   *[other] qoşunlar haqqında { $count } məlumata burada yer yoxdur
}
troops = Qoşunlar
messages = Mesajlar
claims = İddialar
control = Nəzarət
units = Qoşunlar
events = Hadisələr
play = Oynat
pause = Dayan
previous-day = Əvvəlki gün
next-day = Sonrakı gün
previous-change = Əvvəlki dəyişiklik
next-change = Sonrakı dəyişiklik
zoom-in = Yaxın
zoom-out = Uzaq
zoom-home = Bütün xəritə
type-date = Tarixi yazın
returning = { $seconds } saniyəyə başlanğıca qayıdış
step-of = { $step } / { $count }
slide-on-the-map = Xəritədə
slide-letters-open = başqasının dediyi, ya da yalnız mümkün olan
slide-told-by = { $who-genitive } dediyinə görə, { $words }
slide-claimed = { $certainty ->
    [possible] bəlkə də { $parties-genitive } iddiası var
   *[other] { $parties-genitive } iddiası var
}
slide-assigns = { $certainty ->
    [possible] bəlkə də { $parties-dative } verilsin
   *[other] { $parties-dative } verilsin
}
slide-recognises = { $certainty ->
    [possible] bəlkə də { $parties-dative } məxsus sayılır
   *[other] { $parties-dative } məxsus sayılır
}
slide-disputed = { $certainty ->
    [possible] bəlkə də mübahisəli adlanır
   *[other] mübahisəli adlanır
}
slide-renounced = { $certainty ->
    [possible] bəlkə də iddiadan imtina edilsin
   *[other] iddiadan imtina edilsin
}
slide-pressed = { $certainty ->
    [possible] başqaları bəlkə də imtina etsin
   *[other] başqaları imtina etsin
}
slide-autonomy = { $certainty ->
    [possible] bəlkə də muxtariyyət istənilir
   *[other] muxtariyyət istənilir
}
slide-occupy = { $certainty ->
    [possible] bəlkə də orada { $troops } istənilir
   *[other] orada { $troops } istənilir
}
slide-evacuate = { $certainty ->
    [possible] bəlkə də { $troops } çıxsın
   *[other] { $troops } çıxsın
}
slide-declined = { $certainty ->
    [possible] { $parties } bəlkə də tutmayacaq
   *[other] { $parties } tutmayacaq
}
slide-opposed = { $certainty ->
    [possible] tutulmasına bəlkə də etiraz edilir
   *[other] tutulmasına etiraz edilir
}
slide-held = { $certainty ->
    [possible] bəlkə də { $parties-genitive } nəzarətində
   *[other] { $parties-genitive } nəzarətində
}
speaker-role = { $name }, { $role }
speaker-side = { $name } (tərəf: { $party })
speaker-by-kind = { $kind }: { $who }
speaker-and-one = { $first } və { $second }
speaker-and-more = { $first } və daha { $count ->
    [1] bir nəfər
    [2] iki nəfər
    [3] üç nəfər
    [4] dörd nəfər
   *[other] { $count } nəfər
}
days-in-short = { $first } – { $last }
change-tour-opening = Dəyişiklik-dəyişiklik
change-tour-closing = Qeydlər burada bitir
change-tour-last = Bu dəyişikliklərin sonuncusunun tarixi { $date }. Sonra baş verənlər nəql edilmir.
change-tour-one-of = { $at } / { $count }: { $words }
change-tour-known = Məlum olan dəyişir
change-tour-change = { $areas }: { $words }
change-tour-cut = { $words } …
date-slider = Tarix
map = Xəritə
claims-mine = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] ona
   *[other] onlara
} iddia edir
assigns = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onun
   *[other] onların
} { $to-dative } verilməsini istəyir
recognises = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onu
   *[other] onları
} { $to-dative } məxsus sayır
disputed = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onu
   *[other] onları
} mübahisəli adlandırır
renounces = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] ondan
   *[other] onlardan
} imtina edir
renounces-to = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] ondan
   *[other] onlardan
} { $to-genitive } xeyrinə imtina edir
presses = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $of-genitive } { $count ->
    [one] ondan
   *[other] onlardan
} imtina etməsini istəyir
autonomy = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onun üçün
   *[other] onlar üçün
} muxtariyyət istəyir
occupy = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}orada { $troops-genitive } olmasını istəyir
evacuate = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $troops-genitive } oradan çıxmasını istəyir
declines = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onu
   *[other] onları
} tutmayacaq
opposes = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onu
   *[other] onları
} { $by-genitive } tutmasına qarşıdır
opposes-own = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onu
   *[other] onları
} { $troops-genitive } tutmasına qarşıdır
opposes-any = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onun
   *[other] onların
} tutulmasına qarşıdır
held = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $extent ->
    [part] { $count ->
        [one] onun bir hissəsinə
       *[other] onların bir hissəsinə
    }
   *[other] { $count ->
        [one] ona
       *[other] onlara
    }
} nəzarət edir
now-nothing = { $party-ablative } indi qeydə alınmış heç nə yoxdur
held-no-more = { $party } artıq { $count ->
    [one] ona
   *[other] onlara
} nəzarət edən kimi qeydə alınmır
now-certain = indi dəqiq: { $sentence }
no-longer-certain = artıq dəqiq deyil: { $sentence }
now-own-words = indi öz sözü ilə: { $sentence }
sentence-word = { $sentence }, { $word }
occupy-own = { $party } { $certainty ->
    [possible] bəlkə də orada öz qoşunlarının olmasını istəyir
   *[other] orada öz qoşunlarının olmasını istəyir
}
legend-claimed = { $certainty ->
    [possible] bəlkə də { $parties-genitive } iddiası var
   *[other] { $parties-genitive } iddiası var
}
legend-claimed-and-held = { $certainty ->
    [possible] { $parties-genitive } nəzarətində, bəlkə də iddiası var
   *[other] { $parties-genitive } nəzarətində, iddiası da var
}
legend-claimed-own = { $parties } { $certainty ->
    [possible] bəlkə də ona iddia edir
   *[other] ona iddia edir
}
legend-assigns = { $certainty ->
    [possible] bəlkə də { $parties-dative } verilsin
   *[other] { $parties-dative } verilsin
}
legend-recognises = { $certainty ->
    [possible] bəlkə də { $parties-dative } məxsus sayılır
   *[other] { $parties-dative } məxsus sayılır
}
legend-disputed = { $certainty ->
    [possible] bəlkə də mübahisəli
   *[other] mübahisəli
}
legend-renounced = { $certainty ->
    [possible] bəlkə də iddiadan imtina edilsin
   *[other] iddiadan imtina edilsin
}
legend-pressed = { $certainty ->
    [possible] başqaları bəlkə də imtina etsin
   *[other] başqaları imtina etsin
}
legend-autonomy = { $certainty ->
    [possible] bəlkə də muxtariyyət istənilir
   *[other] muxtariyyət istənilir
}
legend-occupy = { $certainty ->
    [possible] bəlkə də orada { $parties-genitive } qoşunları istənilir
   *[other] orada { $parties-genitive } qoşunları istənilir
}
legend-occupy-own = { $parties } { $certainty ->
    [possible] bəlkə də orada öz qoşunlarının olmasını istəyir
   *[other] orada öz qoşunlarının olmasını istəyir
}
legend-evacuate = { $certainty ->
    [possible] bəlkə də { $parties-genitive } qoşunları çıxsın
   *[other] { $parties-genitive } qoşunları çıxsın
}
legend-declined = { $parties } { $certainty ->
    [possible] bəlkə də onu tutmayacaq
   *[other] onu tutmayacaq
}
legend-opposed = { $certainty ->
    [possible] tutulmasına bəlkə də etiraz edilir
   *[other] tutulmasına etiraz edilir
}
legend-held = { $certainty ->
    [possible] bəlkə də { $parties-genitive } nəzarətində
   *[other] { $parties-genitive } nəzarətində
}
legend-unknown = bəyanat yoxdur
legend-hearsay = içi boş hərf: başqaları söyləyir
legend-own-name = kursivlə: { $party-genitive } dilində adı
legend-held-by = { $parties-genitive } nəzarətində
legend-possibly-held-by = bəlkə də { $parties-genitive } nəzarətində
legend-held-by-both = { $parties-genitive } nəzarətində, bəlkə həm də { $possibly-genitive }
legend-held-in-part = qismən { $party-genitive } nəzarətində, hansı hissə olduğu göstərilmir
legend-possibly-held-in-part = bəlkə də qismən { $party-genitive } nəzarətində, hansı hissə olduğu göstərilmir
legend-town-held-by = { $party-genitive } nəzarətində olan məntəqə
legend-town-possibly-held-by = bəlkə də { $party-genitive } nəzarətində olan məntəqə
in-part = qismən
legend-unit = qoşunlar, son bildirildiyi yerdə
legend-unit-possible = nöqtəli: bəlkə də orada
legend-message = günün mesajı
legend-group-wanted = Nə istənilir
legend-group-held = Nəzarət
legend-group-certainty = Nə dərəcədə məlumdur
legend-group-troops = Qoşunlar
legend-group-messages = Mesajlar
legend-group-ground = Yer
legend-arm-infantry = piyada
legend-arm-cavalry = süvari
legend-arm-artillery = artilleriya
legend-arm-mixed = bir neçə qoşun növü
legend-arm-machine-guns = pulemyotlar
legend-arm-train = zirehli qatar
legend-arm-militia = milis və ya könüllülər
legend-arm-navy = gəmilər
legend-arm-air = aviasiya
legend-arm-unstated = qoşun növü göstərilmir
legend-echelon-army = ordu
legend-echelon-corps = korpus
legend-echelon-division = diviziya
legend-echelon-brigade = briqada
legend-echelon-regiment = alay
legend-echelon-battalion = batalyon
legend-echelon-company = bölük
legend-echelon-detachment = dəstə
legend-strength = yüz nəfər; bir top
legend-arrived = bildirilir: hərəkət başa çatıb
legend-bound = oraya gedir
legend-no-holder = nəzarət edən qeydə alınmayıb
legend-aged = solğun: köhnə məlumat
legend-seat = xəritədən kənarda paytaxt
legend-boundary-1 = sərhəd, təsvir üzrə
legend-boundary-2 = rekonstruksiya
legend-boundary-3 = çay və ya suayrıcı üzrə
legend-railway = dəmir yolu
legend-place-capital = paytaxt
legend-place-town = şəhər
legend-place-village = kənd
legend-place-peak = zirvə
legend-place-pass = aşırım və ya körpü
legend-twice = bir neçə cür nəql olunur
place-not-stated = yer göstərilmir
day-not-known = günü məlum deyil
report-of = { $unit }:
message-caption = { $day }: { $from-ablative } { $to-dative } { $kind }
message-caption-to-nobody = { $day }: { $from-ablative } { $kind }
person-at = { $person } ({ $place })
fix-arrives = gəlib
fix-leaves = çıxıb
fix-bound-for = yoldadır
fix-ordered = əmr alıb
fix-expected = gözlənilir
fix-potential = toplana bilər
message-telegram = teleqram
message-letter = məktub
message-note = nota
message-ultimatum = ultimatum
message-order = əmr
message-decision = qərar
message-speech = çıxış
message-talk = şifahi müraciət
message-phone = telefon zəngi
message-unstated = forması göstərilməyən mesaj
strength-men = { $n ->
    [one] { $count } nəfər
   *[other] { $count } nəfər
}
strength-bayonets = { $n ->
    [one] { $count } süngü
   *[other] { $count } süngü
}
strength-infantry = { $count } piyada
strength-cavalry = { $count } süvari
strength-guns = { $n ->
    [one] { $count } top
   *[other] { $count } top
}
strength-machine-guns = { $n ->
    [one] { $count } pulemyot
   *[other] { $count } pulemyot
}
strength-artillerymen = { $n ->
    [one] { $count } topçu
   *[other] { $count } topçu
}
strength-officers = { $n ->
    [one] { $count } zabit
   *[other] { $count } zabit
}
strength-battalions = { $n ->
    [one] { $count } batalyon
   *[other] { $count } batalyon
}
strength-batteries = { $n ->
    [one] { $count } batareya
   *[other] { $count } batareya
}
strength-regiments = { $n ->
    [one] { $count } alay
   *[other] { $count } alay
}
strength-companies = { $n ->
    [one] { $count } bölük
   *[other] { $count } bölük
}
strength-trains = { $n ->
    [one] { $count } qatar
   *[other] { $count } qatar
}
strength-divisions = { $n ->
    [one] { $count } diviziya
   *[other] { $count } diviziya
}
strength-brigades = { $n ->
    [one] { $count } briqada
   *[other] { $count } briqada
}
strength-ships = { $n ->
    [one] { $count } gəmi
   *[other] { $count } gəmi
}
strength-aircraft = { $count } təyyarə
up-to = ən çoxu { $count }
about = təxminən { $count }
at-least = azı { $count }
from-to = { $from }–{ $to }
named-words = { $name }: { $words }
list-comma = { ", " }
list-semicolon = { "; " }
list-and = { $first } və { $last }
thousands = .
decimal = ,
# Digits from which thousands are separated.
thousands-from = 4
metres = { $count } m
kilometres = { $count } km
versts = { $count ->
    [one] { $count } verst
   *[other] { $count } verst
}
miles = { $count ->
    [one] { $count } mil
   *[other] { $count } mil
}
latitude-north = { $degrees } şm. e.
latitude-south = { $degrees } c. e.
longitude-east = { $degrees } ş. u.
longitude-west = { $degrees } q. u.
year-before = e.ə. { $year }
full-date = { $date } { $year }
month-year = { $month } { $year }
between-dates = { $from } ilə { $to } arasında
about-date = təxminən { $date }
day-of-month = { $day } { $month }
weekday-year = { $weekday }, { $year }
month-1 = yanvar
month-of-1 = yanvar
month-2 = fevral
month-of-2 = fevral
month-3 = mart
month-of-3 = mart
month-4 = aprel
month-of-4 = aprel
month-5 = may
month-of-5 = may
month-6 = iyun
month-of-6 = iyun
month-7 = iyul
month-of-7 = iyul
month-8 = avqust
month-of-8 = avqust
month-9 = sentyabr
month-of-9 = sentyabr
month-10 = oktyabr
month-of-10 = oktyabr
month-11 = noyabr
month-of-11 = noyabr
month-12 = dekabr
month-of-12 = dekabr
weekday-1 = bazar ertəsi
weekday-2 = çərşənbə axşamı
weekday-3 = çərşənbə
weekday-4 = cümə axşamı
weekday-5 = cümə
weekday-6 = şənbə
weekday-7 = bazar
to-epilogue = Epiloq
to-main-part = Geri: { $years }
from-to-people = { $from-ablative } { $to-dative }
show-troops = Qoşunlar
show-messages = Mesajlar
show-holders = Nəzarət
last-message = Bundan əvvəlki son mesaj, { $date }: { $gist }
lens-about-claims = Həmin gün qüvvədə olan bütün iddialar yan-yana; yerlərdə kimin nəzarət etdiyini sərhədin içindəki lent göstərir.
lens-about-control = Məlumatlara görə, həmin gün kim nəyə nəzarət edirdi – onların dediyindən artıq yox.
lens-about-of = Hər rayon, qeydlərə görə, { $name-genitive } onun üçün istədiyinin rəngindədir.
what-was-sent = Həmin gün nə göndərildi
nothing-sent = Həmin günə aid mesaj yoxdur
plate-note = Qoşunlar yalnız tarixi bilinən məlumatın göstərdiyi yerdədir.
plate-state = Bu görünüşü yenidən açmaq üçün araxes --state əmrinin dəyəri: { $state }
source-line = Mənbə: { $source }
legend-relief = relyef bir-birindən { $km } km aralı yüksəkliklərdən çəkilib
legend-today = bugünkü sərhəd
legend-frontier = dövlətlər arasında sərhəd
show-today = Bugünkü sərhədlər
outside = rayonlardan kənarda
boundary = Sərhəd
precision-1 = Təsvir əsasında çəkilib: nöqtəli
precision-2 = Rekonstruksiya: qırıq xətt
precision-3 = Çay, suayrıcı və ya ölçülmüş sərhəd üzrə: bütöv xətt
north = Şm
# The archive desk: what the records go back to, and the list to take to a reading room.
view-archives = Arxivlər
desk-cited-twice = { $leaf } vərəqinə iki haşiyədə istinad edilir: { $first } və { $second }. Ona istinad etməzdən əvvəl arxivi yoxlamaq lazımdır.
desk-sheet-title = Arxivlərdə baxmaq üçün: { $atlas }
desk-sheet-about = Qeydlərin gedib çıxdığı bütün arxiv işləri, istəniləcək vərəqlərlə. Bu atlas üçün onların heç biri görülməyib; şifrlər onlara istinad edən haşiyələrdəki kimidir.
desk-sheet-line = { $leaves } – { $what } ({ $days })
desk-sheet-read = İstinad: { $cites }; qeydlər: { $records }
desk-no-leaf = vərəq göstərilmir
desk-file-count = { $count ->
    [one] { $count } qeyd
   *[other] { $count } qeyd
}
desk-printed = Kitablar, qəzetlər və internet
desk-nowhere = Heç bir arxivdə
desk-nowhere-about = { $all } qeyddən { $count } qeyd heç bir arxivə gedib çıxmır: onlar çap olunmuş nəşrdə və ya yalnız mənbənin özündə oxunub.
desk-twice-count = { $count ->
    [one] { $count } vərəqə iki dəfə istinad
   *[other] { $count } vərəqə iki dəfə istinad
}
desk-for-room = Oxu zalı üçün siyahı…
# The working list: records that the reader has chosen.
view-list = İş siyahısı
list-star = İş siyahısına sal və ya çıxar
list-add = İş siyahısına sal
list-remove = İş siyahısından çıxar
list-empty = Siyahıda hələ heç nə yoxdur. İstənilən qeyddə S düyməsini basın və ya üstündəki ulduza toxunun.
list-note = Sizin qeydiniz
list-seen-by-me = Özüm görmüşəm
list-seen = görülüb: { $date }
list-seen-at = görülüb: { $date }, { $shelf }
list-seen-day = Gün
list-shelf-mark = Şifr
list-up = Yuxarı apar
list-down = Aşağı apar
list-by-date = Tarix üzrə sırala
list-undo = Qaytar
list-export = Siyahını saxla…
list-copy = Haşiyələri köçür
list-missing = { $record } ({ $title }) bu atlasda yoxdur.
list-title = İş siyahısı: { $atlas }
list-kept-in = Saxlanılır: { $path }
list-not-kept = Yazılmadı: { $error }
list-unreadable = { $path } siyahısını oxumaq olmur, olduğu kimi qalır: { $error }
list-footnotes = Haşiyələr
footnote-one = Haşiyə
list-markdown = Markdown
list-bibtex = BibTeX
list-csl = CSL-JSON
export = İxrac…
export-to = Saxla…
export-save = Saxla
export-copy = Şəkli köçür
export-saved = Saxlanıldı: { $path }
export-busy = Şəkil hazırlanır…
save-choose = Seç…
save-none-chosen = Sistemin pəncərəsi yol vermədi. Yolu yuxarıda yazmaq olar.
save-replace-ask = { $path } artıq var. Əvəz edilsin?
save-replace = Əvəz et
save-keep = O qalsın
save-is-folder = { $path } qovluqdur; fayla ad verin
save-no-folder = { $path } qovluğu yoxdur
save-failed = Saxlanılmadı: { $reason }
save-records = Qeydləri saxla
save-records-about = Süzgəclərdən keçən bütün { $count } qeyd, günləri ilə birlikdə, hansı günün göstərilməsindən asılı olmayaraq.
save-archives = Oxu zalı üçün siyahını saxla
save-list = İş siyahısını saxla
save-bom = Bayt sırası işarəsi ilə, Excel üçün
form-csv = CSV
form-pdf = PDF
show-in-folder = Qovluqda göstər
close-message = Bağla
folder-not-shown = { $folder } açılmadı: { $reason }
preview-failed = Ön baxış yoxdur: { $reason }
copy-failed = Köçürülmədi: { $reason }
export-copied = Şəkil mübadilə buferindədir
theme-paper = Kağız
theme-night = Gecə
theme-print = Çap
theme-high-contrast = Yüksək kontrast
matrix = Kim nə istəyirdi
find = Axtarış, istənilən yazılışda
nothing-found = Heç nə tapılmadı
find-reading = Qeydlər oxunur: { $part } %
find-all = Bütün { $count } nəticə
differences-between = { $from } → { $to }: { $count } fərq
dated-between = Tarix aralığı
report-id = Məlumat { $id }
kind-message = mesaj
kind-claim = iddia
kind-control = kim nəzarət edirdi
kind-unit = qoşunlar
kind-event = hadisə
kind-person = şəxs
kind-place = yer
kind-district = rayon
kind-source = mənbə
kind-term = işlənən söz
kind-contradiction = bir neçə cür nəql olunur
kind-party = tərəf
from-day-to-day = { $from } – { $to }
not-named = adı çəkilmir
and-more = və daha { $count }
and-areas = Dəyişən digər yerlər: { $areas }
and-more-voices = və daha { $count } səs
desk = Görünüş
view-ribbons = Lentlər
view-strengths = Saylar
view-network = Şəbəkə
view-table = Cədvəl
view-words = Sözlə
chart-matrix = Kim nə istəyirdi, { $days }
chart-ribbons = Kim nə istəyirdi, { $days }
chart-strengths = Hər qüvvənin sayı nə qədər deyilirdi, { $days }
chart-network = Kim kimə yazırdı, { $days }
month-of-year = { $month } { $year }
months-of-year = { $from } – { $to } { $year }
months-of-years = { $from } { $first } – { $to } { $year }
days-changed = { $count ->
    [one] Bu xəritənin dəyişdiyi yeganə gün
   *[other] Bu xəritənin dəyişdiyi { $count } gün
}, { $days }
days-changed-some = Bu xəritənin dəyişdiyi { $count } gündən { $shown }, { $days }
days-unchanged = Bu xəritə dəyişməyib, { $days }
changed-outlined = Kənarı çəkilmiş: əvvəlki xəritədən sonra dəyişib
strengths-note = Məlumata görə adamlar. Dolu: mənbənin öz sözü. İçi boş: başqası söyləyir. Aşağı nöqtəli: “ən çoxu”. Üfüqi: mümkün günlər. Hündürlük sayın kvadrat kökü ilə artır.
strengths-rest = Adamla sayılmayıb və ya göstərilən günə aid deyil
network-of = { $count } mesaj, { $days }: kim kimə yazırdı
nothing-passes = Qüvvədə olan süzgəclərdən heç bir qeyd keçmir
drawn-only-from = Yalnız bunlardan çəkilib: { $filter }
only-party = yalnız { $name }
only-voice = yalnız { $name-genitive } sözləri
only-archive = yalnız { $name }
only-decision = yalnız qərarlar
only-official = yalnız qərarlar və rəsmi şəxslər
only-individual = hər səs
only-no-hearsay = dolayı söz olmadan
only-documents = yalnız sənədlər
only-certain = yalnız dəqiq
only-no-hearsay-about = Yalnız başqasının bildirməsi ilə məlum olanları çıxarır
only-documents-about = Sənədin sözlərinə əsaslananı saxlayır, müəllifin nəql etdiyini, sənəddən oxuduğunu və ya nəticə kimi çıxardığını çıxarır
only-certain-about = Göstərilən gün dəqiq olanı saxlayır, yalnız mümkün olanı çıxarır
without-kind = { $kind ->
    [messages] mesajlar
    [claims] iddialar
    [control] nəzarət qeydləri
    [units] qoşunlar
   *[other] hadisələr
} olmadan
only-telling = { $number } nömrəli variant: “{ $title }”
twin-title = { $date }. { $lens }
twin-places = Şəhər və məntəqələr
twin-claimed = { $districts }: { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $parties-genitive } iddiası var{ $hearsay ->
    [yes] , yalnız başqalarının məlumatına görə
   *[other] {""}
}.
twin-claimed-own = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] ona
   *[other] onlara
} iddia edir{ $hearsay ->
    [yes] , yalnız başqalarının məlumatından bəllidir
   *[other] {""}
}.
twin-assigns = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onun
   *[other] onların
} { $parties-dative } verilməsini istəyir{ $hearsay ->
    [yes] , yalnız başqalarının məlumatına görə
   *[other] {""}
}.
twin-recognises = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onu
   *[other] onları
} { $parties-dative } məxsus sayır{ $hearsay ->
    [yes] , yalnız başqalarının məlumatına görə
   *[other] {""}
}.
twin-disputed = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onu
   *[other] onları
} mübahisəli adlandırır{ $hearsay ->
    [yes] , yalnız başqalarının məlumatından bəllidir
   *[other] {""}
}.
twin-renounced = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] ondan
   *[other] onlardan
} imtina edir{ $hearsay ->
    [yes] , yalnız başqalarının məlumatından bəllidir
   *[other] {""}
}.
twin-pressed = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}başqasının { $count ->
    [one] ondan
   *[other] onlardan
} imtina etməsini istəyir{ $hearsay ->
    [yes] , yalnız başqalarının məlumatına görə
   *[other] {""}
}.
twin-autonomy = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onun üçün
   *[other] onlar üçün
} muxtariyyət istəyir{ $hearsay ->
    [yes] , yalnız başqalarının məlumatından bəllidir
   *[other] {""}
}.
twin-occupy = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də orada { $parties-genitive } qoşunlarının olmasını istəyir
   *[other] orada { $parties-genitive } qoşunlarının olmasını istəyir
}{ $hearsay ->
    [yes] , yalnız başqalarının məlumatına görə
   *[other] {""}
}.
twin-occupy-own = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də orada öz qoşunlarının olmasını istəyir
   *[other] orada öz qoşunlarının olmasını istəyir
}{ $hearsay ->
    [yes] , yalnız başqalarının məlumatına görə
   *[other] {""}
}.
twin-evacuate = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də { $parties-genitive } qoşunlarının çıxmasını istəyir
   *[other] { $parties-genitive } qoşunlarının çıxmasını istəyir
}{ $hearsay ->
    [yes] , yalnız başqalarının məlumatına görə
   *[other] {""}
}.
twin-declined = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onu
   *[other] onları
} tutmayacaq{ $hearsay ->
    [yes] , yalnız başqalarının məlumatından bəllidir
   *[other] {""}
}.
twin-opposed = { $districts }: { $who } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $count ->
    [one] onun
   *[other] onların
} tutulmasına qarşıdır{ $hearsay ->
    [yes] , yalnız başqalarının məlumatından bəllidir
   *[other] {""}
}.
twin-held = { $districts }: { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $parties-genitive } nəzarətində{ $hearsay ->
    [yes] , yalnız başqalarının məlumatına görə
   *[other] {""}
}.
twin-unknown = { $districts }: bəyanat qeydə alınmayıb.
twin-place = { $place }: { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $who-genitive } nəzarətində ({ $source }).
twin-record = { $certainty ->
    [possible] Bəlkə də həmin gün: { $what }
   *[other] { $what }
} ({ $source })
twin-unit = { $unit }: { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $kind ->
    [arrives] { $place-dative } gəlib
    [leaves] { $place-ablative } çıxıb
    [bound-for] { $place-dative } gedir
    [ordered] { $place-dative } getmək əmri alıb
    [expected] { $place-locative } gözlənilir
    [potential] { $place-locative } toplana bilər
   *[other] { $place-locative }
}, { $when }{ $counted ->
    [yes] ; { $strength }
   *[other] {""}
} ({ $source }).
second-map = İkinci xəritə
compare = Müqayisə
compare-edge = İki xəritənin hüdudu
swap = Dəyiş
close = Bağla
flicker = Sayrışma
swipe = Pərdə
side-by-side = Yan-yana
same-day = Eyni gün
differ-count = { $count ->
    [0] Heç nə fərqlənmir
    [1] Bir rayon fərqlənir
   *[other] { $count } rayon fərqlənir
}
small-maps = Xəritəciklər
open-large = Bunu aç
by-capitals = Paytaxtlar üzrə
by-days = Günlər üzrə
next-week = Həftə irəli
previous-week = Həftə geri
to-start = İlk gün
to-end = Əsas hissənin son günü
slower = Yavaş
faster = Sürətli
loop = Dövr
by-events = Hadisə-hadisə
all-days = Zaman xətti: hər gün
clear-range = Aralıq yox, bir gün
reduced-motion = Hərəkət: var və ya yox
back = Geri
forward = İrəli
undo = Qaytar
redo = Təkrar
clear-selection = Heç nə seçmə
to-the-day = Gün
copy-link = Bu görünüşün keçidini köçür
link = Keçidi köçür
copy = Köçür
help = Kömək
help-about = Rəng nə istənildiyini, sərhədin içindəki lent kimin nəzarət etdiyini, sərhəd xətti bunun nə dərəcədə məlum olduğunu göstərir. Yarım güclü və nöqtəli rəng və ya içi boş lent və hərf: yalnız mümkündür. Adın yanında içi boş hərf: başqası söyləyir.
help-mouse = Xəritə: sürükləyib hərəkət etdirin, təkərlə böyüdün, klikləyib seçin. Zaman xətti: gün üçün dəstəyi və ya zolaqları, günlər aralığı üçün zolaqların üstünü sürükləyin, təkərlə böyüdün, bütün günlər üçün iki dəfə klikləyin. Panellərin kənarlarını sürükləmək olar.
help-time = Zaman
help-map = Xəritə
help-views = Görünüş
help-go = Tap, keç, saxla
help-lecture = Mühazirə
lens-1 = Baxış bucağı: iddialar
lens-2 = Baxış bucağı: nəzarət
lens-3 = Baxış bucağı: birinci paytaxt
lens-4 = Baxış bucağı: ikinci paytaxt
lens-5 = Baxış bucağı: üçüncü paytaxt
lens-6 = Baxış bucağı: dördüncü paytaxt
lens-7 = Baxış bucağı: beşinci
filters = Süzgəclər
next-language = Növbəti dil
language = Dil
hide-inspector = Yan paneli göstər və ya gizlət
lecture-resume = Mühazirəni qaldığı yerdən davam et
lecture-next = Növbəti addım və ya cavab
lecture-previous = Əvvəlki addım
lecture-enter = Yazılan nömrəli addım; yayınmadan qayıdış; növbəti addım
lecture-first = İlk addım
lecture-last = Son addım
lecture-grid = Bütün addımların icmalı
lecture-blank = Qara ekran; istənilən düymə qaytarır
lecture-white = Ağ ekran; istənilən düymə qaytarır
lecture-slider = Zaman xətti
lecture-lenses = Birinci baxış bucağı; qalanları növbəti rəqəm düymələri ilə
lecture-pen = Qələm; xətləri növbəti addımda silinir
lecture-erase = Qələmin yazdığını sil
lecture-again = Addımı olduğu kimi yenidən göstər
lecture-window = Tam ekran və ya pəncərə
lecture-leave = Mühazirədən çıx
lecture-stay = Qal
lecture-ask = Çıxmaq üçün Esc düyməsini yenə basın
lecture-typed = Addım { $step } / { $count }: Enter basın
lecture-detour = Yayınma – Enter { $step } nömrəli addıma qaytarır
kiosk-leave = Kioskdan çıx

# The sheet of all texts of a kiosk.
sheet-title = Kioskun bütün mətnləri
sheet-about = Sərgiyə cavabdeh olan üçün: kioskun bu dildə göstərə bildikləri. Mətnin sadə sözlərlə variantı varsa, o, tam mətnin altındadır.
sheet-signed = Oxunub və təsdiq edilib
sheet-plain = Sadə sözlərlə: { $text }
sheet-first = Yoldan keçənlər üçün
sheet-buttons = Düymələrin və bildirişlərin sözləri
sheet-choices = Xəritənin seçimləri
sheet-signs = Xəritəni necə oxumalı
sheet-terms = İzah edilən sözlər
sheet-places = Rayon, yer, paytaxt və qoşun kartları
sheet-places-about = Hər kart bunu dediyi ilk günlə; hamının xəritəsi göstərilir.
sheet-records = Mesaj və hadisə kartları
sheet-from = { $day } tarixindən

# The operator's page of a kiosk.
operator-pin = PIN
operator-wrong = PIN səhvdir
operator-wait = { $seconds } saniyə gözləyin
operator-ok = OK
operator-close = Kioska qayıt
operator-low-reach = Hər şey aşağıda, əl çatan yerdə
operator-idle = { $seconds } saniyədən sonra yenidən başla
operator-clean = Şüşəni sil
operator-cleaning = Şüşəni silmək olar: toxunuşlar { $seconds } saniyə işləmir
operator-export = Sayları və jurnalları köçür
operator-exported = Saylar və jurnallar köçürülür; alınmayanlar aşağıda göstərilir
operator-reload = Atlası və parametrləri yenidən oxu
operator-asked = Kiosk bir azdan yenidən başlayır
operator-shut-down = Kiosku bağla…
operator-shut-down-now = Kiosku indi bağla
operator-stay = Qoy işləsin
operator-uptime = Araxes { $version }, { $days } gün { $hours } saat { $minutes } dəq işləyir, pəncərə { $restarts } dəfə yenidən açılıb
operator-work = Yaddaş { $memory } MiB, bir kadrda iş { $median } ms, ən çoxu { $most } ms
operator-atlas = Atlas: { $title }, { $folder }
operator-built-in = proqramın daxilində
operator-showing-wanted = Konfiqurasiyada göstərilən atlasdır
operator-showing-last-good = Qovluğunda səhvlər var və ya açılmadı, buna görə son yararlı nüsxəsi göstərilir
operator-showing-built-in = Qovluğunda səhvlər var və ya açılmadı, yararlı nüsxə də yoxdur, buna görə proqramın daxilindəki atlas göstərilir
operator-today = Bu gün { $visits } ziyarət, hər biri orta hesabla { $seconds } s
operator-refused = Yeni atlas götürülmədi: { $list }
operator-faults = Konfiqurasiyada səhvlər var, buna görə son yararlı olan işlədilir: { $list }
operator-not-written = Yazmaq alınmadı: { $list }
operator-failure = Pəncərənin son dəfə niyə yenidən açıldığı: { $failure }
kind-command = əmr
a-voice-about = Bir şəxsin və ya qurumun gözü ilə baxın
date-outside = Atlasdan kənarda; o, { $from } – { $to } dövrünü əhatə edir
date-slashes = Maili xətlə yazanda gün aydan seçilmir; gün.ay.il və ya YYYY-MM-DD yazın
date-short-year = “{ $typed }” ilinin əsri yoxdur; tam yazın
date-unreadable = “{ $typed }” tarix deyil; gün.ay.il (ay sözlə də olar) və ya YYYY-MM-DD yazın
range-hint = Günlər aralığı üçün burada sürükləyin
range-any = { $days }: istənilən gün
range-all = { $days }: hər gün
range-sum = { $days } tarixindən: indiyədək hər şey
take-away = Çıxar: { $what }
export-this = İxrac…
export-table = CSV saxla
sort-by = Bu sütun üzrə sırala
column-when = Nə vaxt
column-kind = Nədir
column-what = Nə deyir
column-read-in = Oxunub
column-archive = İstinad
filter-parties = Tərəflər
filter-certainty = Dəqiqlik
filter-authority = Kimin sözü ilə
filter-kinds = Çıxar
filter-archives = Yalnız bu arxivlərdən
filter-printed = Yalnız bu kitab və qəzetlərdən
filter-passing = { $all } qeyddən { $count } qeyd keçir
filters-close = Süzgəcləri bağla
filter-voices = Yalnız bu səs
filter-none = Süzgəc yoxdur
hidden-by-filters = Qüvvədə olan süzgəclər bu qeydi göstərmir.
go-to-days = Keç: { $days }
draw-this-telling = Yalnız bu variantı çək
draw-all-tellings = Yenə hər variantı çək
history-of-colour = Hər paytaxt zamanla nə istəyirdi
received = alınıb: { $date }
deadline = son müddət: { $date }
answered-by = Cavab verən
place-inferred = yer mənbədə göstərilmir
changed-with-it = Həmin gün nə dəyişdi
records = Qeydlər
sources = Mənbələr
people = Şəxslər və qurumlar
party-not-stated = tərəf göstərilmir
strength-reported = Say, məlumatlar yan-yana
the-source = mənbə
letters-written = Yazıb
letters-received = Alıb
statements = Deyib
told-of-others = Başqaları haqqında söyləyib
led = Başçılıq edib
so-many = { $count } qeyd
authority-decision = qərar verir
authority-official = rəsmi
authority-individual = fərdi
copied = Köçürüldü
saved = Saxlanıldı: { $path }
key-left = Sol
key-right = Sağ
key-up = Yuxarı
key-down = Aşağı
key-space = Boşluq
troops-of = { $party-genitive } qoşunları
word-document = öz sözləri
word-narrative = müəllifin nəqlinə görə
word-gloss = müəllifin sənədi oxuduğu kimi
word-inference = görülən işdən çıxarılıb
word-author = müəllifin mülahizəsi
word-told-by = { $who-genitive } dediyinə görə
known-between = { $from } ilə { $to } arasında bir gün
known-after = { $date } tarixindən sonra
known-before = { $date } tarixindən gec olmayaraq
known-as-of = { $date } tarixinə olan vəziyyət
known-from-to = { $from } – { $to }
said-since = { $first } tarixindən, son dəfə { $last } tarixində
said-of = { $area } haqqında deyilib
said-if = şərt: { $condition }
place-spot = { $where ->
    [in] { $place-locative }
    [on] { $place-locative }
   *[other] { $place-locative }
}
report-unplaced = yer göstərilmir
report-arrives = { $place-dative } gəlib
report-arrives-from = { $from-ablative } { $place-dative } gəlib
report-crosses = { $place-dative } keçib
report-crosses-from = { $from-ablative } { $place-dative } keçib
report-leaves = { $place-ablative } çıxıb
report-leaves-for = { $place-ablative } { $to-dative } yola düşüb
report-left-for = { $to-dative } yola düşüb
report-left = gedib, haradan getdiyi göstərilmir
report-bound-for = { $place-dative } gedir
report-bound-for-from = { $from-ablative } { $place-dative } gedir
report-ordered = { $place-dative } getmək əmri alıb
report-ordered-from = { $from-ablative } { $place-dative } getmək əmri alıb
report-expected = { $spot } gözlənilir
report-potential = { $spot } toplana bilər
report-arrives-unplaced = gəlib, yer göstərilmir
report-bound-for-unplaced = yoldadır, hara getdiyi göstərilmir
report-ordered-unplaced = getmək əmri alıb, hara getməli olduğu göstərilmir
report-expected-unplaced = gözlənilir, yer göstərilmir
report-potential-unplaced = toplana bilər, yer göstərilmir
strength-told = { $strength } ({ $who-genitive } göstərdiyi say)
sentence-source = { $sentence } ({ $source })
question-whose = kimin: { $sentence }
question-troops = kimin qoşunları: { $sentence }
question-against = kimə qarşı: { $sentence }
held-by-whom = { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $extent ->
    [part] qismən{" "}
   *[other] {""}
}{ $who-genitive } nəzarətində
not-held-by-whom = { $certainty ->
    [possible] bəlkə də { $who-genitive } nəzarətində deyil, nəzarət edənin adı çəkilmir
   *[other] { $who-genitive } nəzarətində deyil, nəzarət edənin adı çəkilmir
}
place-sentence = { $place }: { $sentence }
troops-party = { $party-genitive } qoşunları
troops-no-party = Tərəfi göstərilməyən qoşunlar
reported-on = bildirilib: { $date }
last-reported = son dəfə bildirilib: { $date }
force-sentence = { $unit }: { $certainty ->
    [possible] bəlkə də { $place }
   *[other] { $place }
}{ $counted ->
    [yes] ; { $strength }
   *[other] {""}
}
event-sentence = { $title }: { $gist }
possibly-this-day = bəlkə də həmin gün, { $date }
deadline-today = Müddət bitir: { $gist }
day-no-claim = iddia qeydə alınmayıb
day-no-holder = heç nə qeydə alınmayıb
day-no-statement = bəyanat qeydə alınmayıb
day-district-without = { $district }: { $nothing }
day-without = Rayonlar: { $nothing }
day-undated = Tarixsiz, bəlkə də həmin günədək
contradiction-line = { $title }: { $count } variant ({ $id })
telling-line = – { $text }
claim-of-area = { $area }: { $sentence }
claim-listed = { $voices }: { $area }; mövqe göstərilmir
nothing-on-record = heç nə qeydə alınmayıb
change-nothing = { $who } üzrə { $nothing }
change-line = { $area }: { $before } → { $after }
log-dated = Tarixi bu günlər daxilindədir
log-wider = Tarixi az dəqiqdir və ya əvvəl başlayıb
log-undated = Tarixsiz
log-people = Şəxslər və qurumlar
log-places = Yerlər
message-sentence = { $from-ablative } { $to-dative } { $kind }: { $gist }
message-sentence-to-nobody = { $from-ablative } { $kind }: { $gist }
sender-not-stated = göndərən göstərilmir
headline-claims = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas-dative } iddia edir
headline-assigns = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas-genitive } { $to-dative } verilməsini istəyir
headline-recognises = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas-accusative } { $to-dative } məxsus sayır
headline-disputed = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas-accusative } mübahisəli adlandırır
headline-renounces = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas-ablative } imtina edir
headline-renounces-to = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas-ablative } { $to-genitive } xeyrinə imtina edir
headline-presses = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $of-genitive } { $areas-ablative } imtina etməsini istəyir
headline-autonomy = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas } üçün muxtariyyət istəyir
headline-occupy = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas-locative } { $troops-genitive } olmasını istəyir
headline-occupy-own = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas-locative } öz qoşunlarının olmasını istəyir
headline-evacuate = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $troops-genitive } { $areas-ablative } çıxmasını istəyir
headline-declines = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas-accusative } tutmayacaq
headline-opposes = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas-accusative } { $by-genitive } tutmasına qarşıdır
headline-opposes-any = { $party } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $areas-genitive } tutulmasına qarşıdır
headline-takes = { $troops } { $areas-accusative } tutur
headline-now-held = { $areas } indi { $party-genitive } nəzarətindədir
headline-held = { $areas } { $certainty ->
    [possible] bəlkə də{" "}
   *[other] {""}
}{ $extent ->
    [part] qismən{" "}
   *[other] {""}
}{ $party-genitive } nəzarətində
headline-unit = { $unit } { $place }
headline-told = bildirilir: { $sentence }
headline-read = { $sentence }, { $basis ->
    [inference] nəticə kimi
   *[other] oxunuşa görə
}
headline-by-kind = { $kind }: { $sentence }
headline-nothing = { $date } tarixinə aid heç nə qeydə alınmayıb
headline-no-holder = { $date } tarixinə aid yeni nəzarət edən qeydə alınmayıb
headline-nothing-of = { $date } tarixinə aid { $who-ablative } heç nə yoxdur
headline-last = Bundan əvvəl sonuncu, { $date }: { $sentence }
headline-lens-empty = Bu gözlə baxanda həmin gün heç nə qeydə alınmayıb.
more-areas = { $count ->
    [one] daha bir yer
   *[other] daha { $count } yer
}
message-from-to = { $from-ablative } { $to-dative } { $kind }
talk-between = { $kind }: { $from } və { $to }
message-from = { $from-ablative } { $kind }
message-to = { $to-dative } { $kind }
plate-name = ARAXES
callout-taken = Tutulub, { $date }
callout-reported = Qeydə alınıb, { $date }
changed-since = { $date } tarixindən bəri nə dəyişib
change-lost = { $areas }: { $party } artıq nəzarət edən kimi qeydə alınmır
change-unsaid = { $areas }: indi { $party-ablative } qeydə alınmış heç nə yoxdur
change-held = { $areas } { $held }
change-holder = { $areas } { $held }, əvvəl { $before-genitive } nəzarətində idi
and-more-messages = { $count ->
    [one] və daha bir mesaj
   *[other] və daha { $count } mesaj
}
projection-name = Lambertin konform konus proyeksiyası
projection-azimuthal = Lambertin bərabər sahəli azimutal proyeksiyası
projection-world = Equal Earth proyeksiyası
map-scale = 1 : { $ratio }

# What people take home from a lecture
take-home-map = Xəritə: { $what }.
handout-what = Bu nədir
handout-about = Mühazirənin { $count } addımının hər biri üçün bir səhifə: auditoriyanın gördüyü slayd, ondan çıxan nəticə və əsaslandığı qeydlər – səhifə, haşiyə və arxiv göstərilməklə. Son səhifələr rəngləri və işarələri izah edir, istinad edilən bütün mənbələri sadalayır.
handout-notes-about = Mühazirənin { $count } addımının hər biri üçün bir səhifə: auditoriyanın gördüyü slayd, ondan çıxan nəticə, məruzəçinin mətni və əsaslandığı qeydlər – səhifə, haşiyə və arxiv göstərilməklə. Son səhifələr rəngləri və işarələri izah edir, istinad edilən bütün mənbələri sadalayır.
handout-sheet-about = İşləmək üçün vərəq: mühazirənin { $count } addımının hər birinin xəritəsi və başlıq, cavab və qeydlər üçün sətirlər. Mühazirənin başlıqları və cavabları son xəritədən sonra ayrıca səhifədədir.
handout-whose = Bu, kimin nəqlidir
handout-note = Xəritəyə nə qədər etibar etməli
handout-map-data = Xəritə məlumatları
handout-steps = Addımlar
handout-speaker = Məruzəçi nə deyir
handout-question = Sual
handout-answer = Cavab
handout-answers = Başlıqlar və cavablar
handout-records = Nəyə əsaslanır
handout-people = Adı çəkilən şəxslər və qurumlar: { $people }
handout-your-headline = Bu xəritə üçün başlığınız
handout-your-notes = Qeydləriniz
handout-how-to-read = Xəritələri necə oxumalı
handout-bibliography = Mənbələr
handout-read = Bu atlas üçün oxunub
handout-named = Oxunanların haşiyələrində adı çəkilir; bu atlas görməyib
slides-answer-title = { $headline } – cavab
slides-records = Qeydlər: { $records }
page-not-translated = (tərcümə edilməyib)
page-legend = Xəritədə
page-languages = Dil
page-steps = Addımlar
page-previous = Geri
page-next = İrəli
page-go-to = Addıma keç
language-en = English
language-az = Azərbaycanca
language-tr = Türkçe
language-ru = Русский
language-hy = Հայերեն

# The presenter's view of a lecture
presenter = Məruzəçinin görünüşü
presenter-pause = Dayan
presenter-start = Başla
presenter-reset = Sıfırla
presenter-black = Qara
presenter-white = Ağ
presenter-short = Qısa variant, { $count } dəq
presenter-swap = Ekranları dəyiş
presenter-close = Bağla (P)
presenter-to-slide = Auditoriya bunu görür: slayda qayıt (P)
presenter-not-started = növbəti addımla başlayır
presenter-early = { $time } qabaqda
presenter-on-time = vaxtında, burada { $time } qalıb
presenter-slow = ləng: { $time } artıq
presenter-late = gecikir: { $time } artıq
presenter-sees-black = Auditoriya qara ekran görür
presenter-sees-white = Auditoriya ağ ekran görür
presenter-sees-detour = Auditoriya yayınma görür; Enter qaytarır
presenter-step = Addım { $step } / { $count } · plan üzrə { $time } vaxtınadək
presenter-next = İrəli
presenter-previous = Geri
presenter-then = Sonra
presenter-then-answer = Sonra cavab
presenter-end = Son
presenter-notes = Qeydlər
presenter-larger = İri qeydlər
presenter-smaller = Xırda qeydlər
presenter-no-notes = Bu addımın qeydləri yoxdur.
presenter-asks = Auditoriyadan soruş
presenter-answers = Cavab

# What people take home from a lecture, from the window
take-home = Evə götür
take-home-tour = Mühazirə
take-home-no-tour = Bu atlasda mühazirə yoxdur
take-home-handout = Vəsait (PDF)
take-home-handout-about = A4, hər addıma bir səhifə, qeydlər, işarələr və mənbələrlə
take-home-sheet = Tələbə vərəqi (PDF)
take-home-sheet-about = Yazmaq üçün sətirləri olan xəritələr; başlıqlar və cavablar sondakı səhifədədir
take-home-slides = Slaydlar (PPTX)
take-home-slides-about = Başlıqlı şəkillər və məruzəçinin qeydləri, ofis proqramları üçün
take-home-page = Brauzer üçün səhifə (HTML)
take-home-page-about = Mühazirəni şəbəkəsiz göstərən bir fayl
take-home-notes = Məruzəçinin qeydləri ilə
take-home-progress = { $step } / { $count }
take-home-cancel = Ləğv et
take-home-cancelled = Ləğv edildi; heç nə yazılmadı
take-home-lecture = Mühazirənin vəsaiti, slaydları və ya səhifəsi…

# Making a tour
tour-new-title = Mənim turum
tour-copy-title = { $title }, mənim nüsxəm
tour-kept = “{ $title }” turunun { $step } nömrəli addımı kimi saxlanıldı. Ctrl+Z geri alır.
tour-left-day = Müqayisənin ikinci günü buraxılır: addımın bir günü olur.
tour-left-maps = Xəritəciklər buraxılır: addımın bir və ya iki xəritəsi olur.
tour-has-faults = { $path } faylında səhvlər var və ondan heç nə açılmadı:
tour-unsaved = Saxlanılmamış iş, { $time }: “{ $title }”
settings-unreadable = Parametrləri oxumaq olmadı. Onlar { $path } faylında saxlanılır, proqram onlarsız başlayır.
settings-not-kept = { $path } faylındakı parametrləri oxumaq və faylın adını dəyişmək olmadı: növbəti dəyişiklik onların üzərinə yazılacaq.
tour-unsaved-unreadable = Saxlanılmamış işi oxumaq olmadı. O, { $path } faylında saxlanılır: { $error }
tour-restore = Bərpa et
tour-discard = At
tour-none = Xəritənin göstərdiyini turun ilk addımı kimi saxlamaq üçün K düyməsini basın.
tour-keep = Görünüşü saxla (K)
tour-preview = Önizləmə (F5)
tour-save = Saxla
tour-save-as = Ayrı saxla…
tour-open = Aç…
tour-open-it = Aç
tour-new = Yeni
tour-close = Bağla
tour-cancel = Ləğv et
tour-path = Fayl
tour-replace-ask = { $path } faylı artıq var.
tour-replace = Əvəz et
tour-keep-file = O faylı saxla
tour-give-up-ask = Turda saxlanılmamış dəyişikliklər var.
tour-save-first = Əvvəl saxla
tour-give-up = Onları at
tour-title = Turun başlığı
tour-length = { $count ->
    [one] bir addım
   *[other] { $count } addım
}, təxminən { $minutes } dəq
tour-changed = hələ saxlanılmayıb
tour-no-headline = Hələ başlıq yoxdur
tour-up = Yuxarı
tour-down = Aşağı
tour-duplicate = Təkrarla
tour-delete = Sil
tour-take-view = Bu görünüşü al
tour-headline = Başlıq
tour-caption = Altyazı
tour-notes = Qeydlər, yalnız sizin üçün
tour-ask = Auditoriyaya sual
tour-reveal = Cavab
tour-words = { $count } / { $limit } söz
tour-words-many = { $count } / { $limit } söz: son sıra bu qədərini oxuya bilməz
tour-words-few = { $count } / { $limit } söz: yarım dəqiqədən az
tour-fills = Rənglər
tour-cut = Kəsmə
tour-fade = Solma
tour-move = Sürüşmə
tour-opening = İlk slayd
tour-day = Gün
tour-closing = Son slayd
tour-callouts = Xəritədəki sözlər
tour-callout = { $area-locative }, ən çoxu 8 söz
tour-callout-add = { $area-dative } əlavə et
tour-callout-none = Rəngli rayonu və ya qeydi seçin
tour-callout-remove = Sil
tour-short = Qısa variantda
tour-dwell = Ekranda təkbaşına

# The menu of lectures
tours-of-atlas = Tur göstər
tours-own = Öz turlarınız
tours-make = Tur hazırla
tours-changes = Dəyişiklik-dəyişiklik, indiki baxış bucağı ilə
tours-start = { $title } · { $count } addım, təxminən { $minutes } dəq
tours-start-short = { $title }, qısa · { $minutes } dəq
tours-edit = Dəyiş: “{ $title }”
tours-keep = Bu görünüşü addım kimi saxla
tours-editor = Tur redaktorunu göstər və ya gizlət
tours-new = Yeni tur
tours-copy = Dəyişmək üçün “{ $title }” nüsxəsi

# The kiosk: words of an atlas that brings none of its own
kiosk-days = Nəsə baş vermiş günlər
kiosk-day-before = Əvvəlki gün
kiosk-day-after = Sonrakı gün
kiosk-step-before = Geri
kiosk-step-after = İrəli
kiosk-answer = Cavab
kiosk-scene-end = Yenidən seç
kiosk-again = Başdan başla
kiosk-scenes = Səhnələr
kiosk-how-to-read = Bunu necə oxumalı
kiosk-choices = Daha rahat
kiosk-choices-title = Daha rahat
kiosk-plain = Sadə sözlər
kiosk-larger-text = İri mətn
kiosk-contrast = Güclü kontrast
kiosk-less-motion = Az hərəkət
kiosk-low-reach = Hər şey əl çatan yerdə
kiosk-words = Xəritə sözlə
kiosk-free-map = Bütün xəritə
kiosk-free-map-about = Hər gün və hər yer: istədiyinizə toxunun.
kiosk-held = Kim nəzarət edirdi
kiosk-list = Xəritədə olanların siyahısı
kiosk-which = Hansını nəzərdə tutursunuz?
kiosk-close = Bağla
kiosk-more = Ardı
kiosk-less = Yığ
kiosk-text-next = Davamı
kiosk-text-first = Əvvəldən
kiosk-still-here = Hələ buradasınız?
kiosk-stay = Buradayam
kiosk-open-title = Kiosk açılsın?
kiosk-open-about = Kiosk bütün ekranı tutur və yalnız toxunuşa cavab verir. Buraya qayıtmaq üçün: { $keys }.
kiosk-open = Kiosku aç
kiosk-open-not = Burada qal
kiosk-touch = Başlamaq üçün toxunun
kiosk-question = Onu kim istəyirdi, ona kim nəzarət edirdi?
kiosk-after-scene = İndi xəritə sizindir: yerə, günə, paytaxta toxunun.
kiosk-everyone = Hamı
kiosk-chip-everyone = Günün bütün iddiaları, yan-yana
kiosk-chip-everyone-plain = Kim dedi: bu torpaq bizimdir?
kiosk-chip-of = Qeydlərə görə, { $name } hər rayon üçün nə istəyirdi
kiosk-sample-solid = Bütöv rəng
kiosk-sample-solid-about = Bir tərəf deyir ki, rayon onundur; məlumatlara görə, ona nəzarət də edir.
kiosk-sample-solid-about-plain = Bütünlüklə rəngli: bu tərəf onu istəyir və əlində saxlayır.
kiosk-sample-pattern = Zolaq və ya naxış
kiosk-sample-pattern-about = Sözlə istənilib, verilib və ya mübahisəli sayılıb. Yerlərdə kimin nəzarət etdiyini naxış demir.
kiosk-sample-pattern-about-plain = Zolaq və ya naxış: yalnız sözlər. Kimsə dedi ki, belə olmalıdır.
kiosk-sample-ribbon = Kənar boyunca lent
kiosk-sample-ribbon-about = Məlumatlara görə, rayona kimin qoşunları nəzarət edirdi. Üstündəki hərf tərəfin adıdır.
kiosk-sample-ribbon-about-plain = Rəngli lent: deyilənə görə, yer kimin əsgərlərinin əlində idi.
kiosk-sample-possible = İçi boş və ya nöqtəli: bəlkə də
kiosk-sample-possible-about = Gün, yer və ya nəzarət edən dəqiq deyil, ya da məlumat köhnəlib.
kiosk-sample-possible-about-plain = İçi boş və ya nöqtəli: bəlkə. Dəqiq bilmirik.
kiosk-who-says-so = Bunu kim deyir?
kiosk-works = Kitablar və məqalələr
kiosk-archives = Onların göstərdiyi arxivlər
kiosk-voices = Başqa səslər də var
kiosk-voices-lead = Bunları mənbə göstərir. Bu atlas heç birini görməyib.
kiosk-voices-lead-plain = Başqa kitablar və kağızlar. Biz onları oxumamışıq.

# The cards of the kiosk
kiosk-card-who = Kim
plain-kiosk-card-who = Kim?
kiosk-card-how-sure = Dəqiqliyi
plain-kiosk-card-how-sure = Dəqiqdirmi?
kiosk-card-word = Kimin sözü ilə
plain-kiosk-card-word = Bunu kim deyir?
kiosk-sentence = { $sentence }.
kiosk-perhaps = bəlkə { $sentence }
kiosk-possibly = bəlkə də: { $sentence }
kiosk-plain-of-area = { $area } haqqında: { $sentence }
kiosk-term = { $term }: { $sentence }
kiosk-from-to = { $from } – { $to-dative }
kiosk-troops-under = { $leader-genitive } başçılığı ilə { $troops }
kiosk-whereabouts = { $certainty ->
    [possible] bəlkə də { $place }
   *[other] { $place }
}
kiosk-sure-of = { $who } – { $sure }
kiosk-said = deyilib: { $date }
plain-kiosk-said = deyilib: { $date }
kiosk-if = şərtlə
plain-kiosk-if = yalnız bir şərtlə
kiosk-no-arrival = gəliş bildirilmir
plain-kiosk-no-arrival = gəldiklərini heç kim bildirmir
kiosk-no-holder = nəzarət edənin adı çəkilmir
plain-kiosk-no-holder = heç kimin adı çəkilmir
kiosk-no-party = tərəfi göstərilməyən qoşunlar
plain-kiosk-no-party = əsgərlər; kimin olduğu deyilmir
kiosk-no-sender = göndərən göstərilmir
plain-kiosk-no-sender = kimin göndərdiyi deyilmir
kiosk-nobody-named = adı çəkilən yoxdur
plain-kiosk-nobody-named = adı çəkilən yoxdur
kiosk-the-author = müəllifin nəqli
plain-kiosk-the-author = müəllif
kiosk-nobody = heç kim qeydə alınmayıb
plain-kiosk-nobody = heç kim
kiosk-silence = susmaq cavab deyil
plain-kiosk-silence = yazılmayıbsa, bu, heç nə olmayıb demək deyil
kiosk-all-kept = bütün variantlar saxlanılır, heç birinə üstünlük verilmir
plain-kiosk-all-kept = hamısını saxlayırıq
kiosk-nothing-claimed = həmin gün üçün nə iddia, nə də nəzarət edən qeydə alınıb
plain-kiosk-nothing-claimed = həmin gün üçün heç nə yazılmayıb
kiosk-nothing-held = həmin gün üçün nəzarət edən qeydə alınmayıb
plain-kiosk-nothing-held = həmin gün kimin əlində olduğu yazılmayıb
kiosk-nothing-said = həmin günədək bəyanat qeydə alınmayıb
plain-kiosk-nothing-said = bu torpaq haqqında heç nə yazılmayıb
kiosk-nothing-here = həmin günədək onun haqqında heç nə nəql edilmir
plain-kiosk-nothing-here = onun haqqında heç nə yazılmayıb
kiosk-nothing-named = xəritədə yolu göstərmək üçündür; burada işlənən heç bir mənbə adını çəkmir
plain-kiosk-nothing-named = xəritədə yolu göstərmək üçündür
kiosk-nothing-of-party = həmin günədək bu rayonlar haqqında öz sözü qeydə alınmayıb
plain-kiosk-nothing-of-party = bu torpaqlar haqqında heç nə yazılmayıb
kiosk-nothing-that-day = həmin günədək tarixi bilinən heç nə qeydə alınmayıb
plain-kiosk-nothing-that-day = həmin gün üçün heç nə yazılmayıb
kiosk-last-told = bundan əvvəl son dəfə nəql edilib, { $date }: { $sentence }
plain-kiosk-last-told = əvvəllər, { $date }: { $sentence }
kiosk-last-said = bundan əvvəl son dəfə deyilib, { $date }: { $sentence }
plain-kiosk-last-said = əvvəllər, { $date }: { $sentence }
kiosk-more-answers = Daha { $count } var.
plain-kiosk-more-answers = Daha var: { $count }.
kiosk-party-silent = { $area } haqqında sözü qeydə alınmayıb; { $sentence }
plain-kiosk-party-silent = { $area } haqqında heç nə yazılmayıb; { $sentence }
kiosk-plain-count = { $strength }, { $who } deyir
kiosk-more-troops = Burada bildirilən qoşunlar
plain-kiosk-more-troops = Əsgərlər, deyilənə görə
kiosk-more-last = Son deyilən
plain-kiosk-more-last = Axırıncı deyilən
kiosk-more-others = Başqaları deyir
plain-kiosk-more-others = Başqaları deyir
kiosk-more-condition = Şərtlə
plain-kiosk-more-condition = Yalnız bu şərtlə
kiosk-more-read-in = Oxunub
plain-kiosk-more-read-in = Harada yazılıb
kiosk-more-words = Sözlər
plain-kiosk-more-words = Çətin sözlər
kiosk-more-whole = Bütövlükdə
plain-kiosk-more-whole = Bütün cümlə
kiosk-more-day = Həmin gün
plain-kiosk-more-day = Həmin gün
kiosk-more-twice = Bir neçə cür nəql olunur
plain-kiosk-more-twice = Bir neçə cür danışılır
kiosk-more-reports = Başqa məlumatlar
plain-kiosk-more-reports = Başqa xəbərlər
kiosk-more-stated = Nə deyir
plain-kiosk-more-stated = Hər yer haqqında nə deyir
kiosk-more-note = Ehtiyatla
kiosk-more-letters = Günün mesajları
plain-kiosk-more-letters = Günün məktubları
kiosk-more-tellings = Variantlar
plain-kiosk-more-tellings = Belə danışılır
kiosk-kind-district = rayon
kiosk-district-named = { $name } rayonu
kiosk-kind-capital = paytaxt
kiosk-kind-city = böyük şəhər
kiosk-kind-town = şəhər
kiosk-kind-village = kənd
kiosk-kind-station = dəmir yolu stansiyası
kiosk-kind-pass = aşırım
kiosk-kind-bridge = körpü
kiosk-kind-peak = dağ
kiosk-kind-front = cəbhə
kiosk-kind-region = bölgə
kiosk-kind-country = ölkə
kiosk-kind-river = çay
kiosk-kind-railway = dəmir yolu
kiosk-kind-line = xətt
kiosk-kind-monastery = monastır
kiosk-kind-unit = qoşunlar
kiosk-kind-message = mesaj
kiosk-kind-event = hadisə
kiosk-kind-claim = bəyanat
kiosk-kind-held = nəzarət edən
kiosk-kind-day = həmin gün
kiosk-this-day = Həmin gün
kiosk-sure-document = öz yazdıqlarından
kiosk-sure-narrative = müəllif belə nəql edir
kiosk-sure-gloss = müəllif belə başa düşür
kiosk-sure-inference = etdiklərindən çıxarılıb
kiosk-sure-author = müəllif belə düşünür
kiosk-sure-told = bunu { $who } bildirir
kiosk-sure-possible = bəlkə: gün dəqiq deyil
kiosk-sure-old = bəlkə: xəbər bir neçə gün əvvəlindir
kiosk-sure-undated = gün məlum deyil
kiosk-plain-claims = { $party } dedi: bu torpaq bizimdir
kiosk-plain-assigns = { $party } istəyirdi ki, bu torpaq { $to-dative } verilsin
kiosk-plain-recognises = { $party } dedi: bu torpaq { $to-dative } məxsusdur
kiosk-plain-disputed = { $party } dedi: iki tərəf bu torpaq üstündə mübahisə edir
kiosk-plain-renounces = { $party } ondan əl çəkməyi təklif etdi
kiosk-plain-renounces-to = { $party } ondan { $to-genitive } xeyrinə əl çəkməyi təklif etdi
kiosk-plain-presses = { $party } istəyirdi ki, { $of } ondan əl çəksin
kiosk-plain-autonomy = { $party } istəyirdi ki, bu torpaq özünü özü idarə etsin
kiosk-plain-occupy = { $party } istəyirdi ki, { $troops } ora getsin
kiosk-plain-occupy-own = { $party } istəyirdi ki, öz əsgərləri ora getsin
kiosk-plain-evacuate = { $party } istəyirdi ki, { $troops } oradan çıxsın
kiosk-plain-declines = { $party } dedi: əsgərlərimiz onu tutmayacaq
kiosk-plain-opposes = { $party } istəmirdi ki, onu { $by } tutsun
kiosk-plain-opposes-own = { $party } onu tutmaq istəmirdi
kiosk-plain-opposes-any = { $party } istəmirdi ki, onu kimsə tutsun
kiosk-plain-held = { $troops } oranı əlində saxlayırdı
kiosk-plain-held-part = { $troops } oranın bir hissəsini əlində saxlayırdı
kiosk-plain-stands = { $unit } { $spot } dururdu
kiosk-plain-arrives = { $unit } { $place-dative } gəldi
kiosk-plain-leaves = { $unit } { $place-ablative } getdi
kiosk-plain-bound-for = { $unit } { $place-dative } gedirdi
kiosk-plain-ordered = { $unit } { $place-dative } getmək əmri almışdı
kiosk-plain-expected = { $unit } { $spot } gözlənilirdi
kiosk-plain-potential = { $unit } { $spot } toplana bilərdi
kiosk-plain-somewhere = { $unit }: yer deyilmir

## What a record holds: labels of further fields, and the words of the package format
fact-parent = Tərkibində olduğu
fact-echelon = Birləşmə növü
fact-arm = Qoşun növü
fact-commander = Komandir
fact-joined = Qoşulub
fact-troops = Qoşunlar
fact-letter = Hərf
fact-slot = Rəng yeri
fact-language = Dil
fact-capital = Paytaxtdır
fact-lens = Baxış bucağı var
fact-seat = İqamətgah
fact-called = Cümlədə adı
fact-described = Təsviri
fact-context = Kontekst
fact-place_rank = Xəritədə böyüklüyü, 1 ən böyük
fact-author = Müəllif
fact-editor = Redaktor
fact-container-title = Nəşrin adı
fact-volume = Cild
fact-issue = Nömrə
fact-page = Səhifə
fact-publisher = Nəşriyyat
fact-publisher-place = Nəşr yeri
fact-issued = Nəşr tarixi
fact-accessed = Baxılıb
fact-archive = Arxiv
fact-archive-place = Arxivin yeri
fact-archive_location = Arxiv şifri
fact-type = Növ
word-kind-body = qurum
word-kind-person = şəxs
word-kind-capital = paytaxt
word-kind-city = böyük şəhər
word-kind-town = şəhər
word-kind-village = kənd
word-kind-station = dəmir yolu stansiyası
word-kind-pass = aşırım
word-kind-bridge = körpü
word-kind-peak = dağ
word-kind-front = cəbhə
word-kind-region = bölgə
word-kind-country = ölkə
word-kind-river = çay
word-kind-railway = dəmir yolu
word-kind-line = xətt
word-kind-monastery = monastır
word-kind-stands = oradadır
word-kind-arrives = gəlib
word-kind-leaves = çıxıb
word-kind-bound-for = yoldadır
word-kind-ordered = əmr alıb
word-kind-expected = gözlənilir
word-kind-potential = toplana bilər
word-authority-decision = qərar verən
word-authority-official = rəsmi
word-authority-individual = fərdi
word-echelon-army = ordu
word-echelon-corps = korpus
word-echelon-division = diviziya
word-echelon-brigade = briqada
word-echelon-regiment = alay
word-echelon-battalion = batalyon
word-echelon-company = bölük
word-echelon-detachment = dəstə
word-echelon-delegation = nümayəndə heyəti
word-arm-infantry = piyada
word-arm-cavalry = süvari
word-arm-artillery = artilleriya
word-arm-mixed = bir neçə qoşun növü
word-arm-machine-guns = pulemyotlar
word-arm-train = zirehli qatar
word-arm-militia = milis və ya könüllülər
word-arm-navy = gəmilər
word-arm-air = aviasiya
word-extent-whole = bütövlükdə
word-extent-part = qismən
word-about-identity = şəxsiyyət
word-about-place = yer
word-about-answer = cavab
word-about-stance = mövqe
word-about-wording = ifadə
word-about-holder = nəzarət edən
word-about-strength = say
word-about-figures = rəqəmlər
word-about-date = tarix
word-stance-claims = iddia edir
word-stance-assigns = verilməsini istəyir
word-stance-recognises = məxsus sayır
word-stance-disputed = mübahisəli adlandırır
word-stance-renounces = imtina edir
word-stance-presses = imtina edilməsini istəyir
word-stance-autonomy = muxtariyyət istəyir
word-stance-occupy = qoşun istəyir
word-stance-evacuate = qoşunun çıxmasını istəyir
word-stance-declines = tutmayacaq
word-stance-opposes = tutulmasına qarşıdır

## Kinds of records in the log, at most 13 letters
log-kind-message = mesaj
log-kind-claim = iddia
log-kind-control = nəzarət
log-kind-unit = qoşunlar
log-kind-event = hadisə
log-kind-person = şəxs
log-kind-place = yer
log-kind-contradiction = fərqli nəql

## Names in a case of which the atlas has no form
name-genitive = { $name } tərəfinin
name-dative = { $name } tərəfinə
name-accusative = { $name } tərəfini
name-locative = { $name } tərəfində
name-ablative = { $name } tərəfindən
