# Every word of the interface, in English.
app-name = Araxes
lecture = Sunum
kiosk = Kiosk
lens-claims = İddialar
lens-control = Denetim
lens-title-claims = Kim hak iddia etti
lens-title-control = Kimin elindeydi
lens-title-of = { $name-genitive } gözüyle
lens-told = { $lens }, { $who-genitive } anlatımıyla
a-voice = Bir ses…
old-style = eski takvimle { $date }
what-changed = Ne değişti
nothing-changed = Bir gün öncesine göre ne bir yanıt değişti ne de bir yeri elinde tutan
nothing-changed-between = İlk gün ile son gün arasında ne bir yanıt ne de elinde tutan değişti
lens-named = Mercek: { $name }
nothing-selected = Bir yörenin rengini kimin sözünden aldığını okumak için ona tıklayın. Nasıl değiştiğini görmek için zaman çizgisini sürükleyin ya da boşluk tuşuna basın. F1 her işareti ve tuşu açıklar.
of-the-day = Bu gün
no-statement = kayıtta söz yok
hearsay = { $who-genitive } anlatımıyla
possibly = belki
inherited = { $area } için söylendi
condition = koşul
since = { $date } tarihinden beri
begun-between = başlangıcı { $from } ile { $to } arasında bir gün
said = { $date } tarihli söz
undated = tarihsiz
as-of = { $date } itibarıyla
possibly-so = Belki: { $what }
possibly-when = Belki, { $when }: { $sentence }
record-ends = Kayıt burada bitiyor
record-covers = Bu atlas { $from } – { $to } arasını kapsar. Sonrası bu atlasta yok.
record-covers-epilogue = Bu atlas { $from } – { $to } arasını, bazı kayıtlarda { $end } tarihine kadarını kapsar. Sonrası bu atlasta yok.
some-time-after = { $date } tarihinden sonra bir gün
not-after = en geç { $date }
outline = Adlar ve dış çizgi
undated-records = Tarihsiz: kayıtta var, hiçbir günde yok
undated-of-day = Tarihsiz: belki bu güne ait
possibly-of-day = Belki bu gün
until = { $date } tarihine kadar
message = İleti
stance = Tutum
read-in = Okunduğu yer
cites = Kaynağı
cite-author-year = { $author } { $year }
cite-page = s. { $page }
cite-pages = { $count ->
    [one] s. { $pages }
   *[other] s. { $pages }
}
cite-note = dn. { $note }
cite-note-elsewhere = dn. { $note } (basıldığı yer: s. { $page })
cite-no-note = dipnot yok
# A record as a footnote that names the document first: “Chicherin to Orjonikidze, telegram, 3 July 1920,
# RGASPI f. 64, op. 1, d. 21, l. 3–3v, in İsmayılov 2019, 174 n. 20.”
footnote = { $parts }.
footnote-message = { $from-ablative } { $to-dative }, { $kind }, { $date }
footnote-message-from = { $from-ablative }, { $kind }, { $date }
footnote-message-to = { $kind }: { $to-dative }, { $date }
footnote-message-alone = { $kind }, { $date }
footnote-statement = { $who }: { $what }, { $date }
footnote-record = { $what } ({ $date })
footnote-page-note = { $page } dn. { $note }
footnote-original-in = { $original }, aktaran { $work }
footnote-in = { $work }
register-claim = { $sentence } ({ $voices })
area-not-named = alanın adı verilmiyor
not-seen = bu atlas görmedi
held-by = Elinde tutan
others-on-day = Başkaları, { $date }
only-possible = Bu gün yalnız olası
all-fields = Kayıttaki her şey
other-reports = Öteki raporlar
report = Rapor
sent-or-received = Yazdıkları ve aldıkları
seat-of = { $party-genitive } merkezi
view-changes = Neler değişti
view-whole = Büyüt
view-below = Haritanın altında
more-views = Daha…
key = Açıklama
show-key = Açıklamayı aç ya da kapat
next-sign = Haritada okuma sırasıyla sonraki işaret
previous-sign = Önceki işaret
ui-larger = Her şeyi büyüt
ui-smaller = Her şeyi küçült
ui-usual = Olağan boy
type-a-name = Ad yazın
no-party = Hiçbir taraf
lens-blank = Bu mercekte bu gün için kayıt yok. Kayıt olanlar:
lens-blank-all = Hiçbir mercekte bu gün için kayıt yok.
days-a-second = { $count ->
        [one] saniyede bir gün
       *[other] saniyede { $count } gün
    }
seconds-a-day = { $seconds } saniyede bir gün
records-of-day = { $count ->
        [one] bu günün bir kaydı
       *[other] bu günün { $count } kaydı
    }
epilogue-about = { $days } gününe gider
key-time-line = Zaman çizgisi: şeritlerin üstündeki çubuk, günün kayıtları ne kadar çoksa o kadar yüksektir. Şeritte çizgi o günün kaydıdır; koyu bant kaydın kesin geçerli olduğu, açık bant belki geçerli olduğu günlerdir.
changes-count = { $count ->
        [one] bir fark
       *[other] { $count } fark
    }
changes-with-papers = Önce ve sonra, belgeleriyle
told-two-ways = Birden çok biçimde anlatılıyor
told-in-ways = { $count ->
    [one] Tek biçimde anlatılıyor
   *[other] { $count } biçimde anlatılıyor
}
words-used = Burada geçen sözler
groups = Parçası olduğu
of-this-party = Bu taraftan
named-in-claims = İddialarda anılan
holdings = Elinde tuttuğu bildirilen
holdings-denied = Elinde tutmadığı bildirilen
came-from-here = Buradan gelenler
dated-by-it = Buna göre tarihlenenler
yes = evet
quoted = “{ $words }”
counted-by = { $number }, { $who-genitive } verdiği sayı
fit-direct = dipnot cümlenin yanında
fit-passage = dipnot daha sonra geliyor ve cümleyi kapsayabilir
fit-none = cümleyi kapsayan dipnot yok
fact-kind = Tür
fact-term = Terim
fact-short = Kısaca
fact-sentence = Anlamı
fact-forms = Başka yazılışı
fact-title = Başlık
fact-gist = Ne diyor
fact-names = Adlar
fact-sent = Gönderildi
fact-when = Tarih
fact-as_written = Yazıldığı gibi
fact-calendar = Takvim
fact-earliest = En erken
fact-latest = En geç
fact-until = Yürürlükte olduğu son gün
fact-after = Şundan sonra
fact-before = Şundan önce
fact-received = Alındı
fact-deadline = Son gün
fact-from = Gönderen
fact-to = Alıcı
fact-addressee_as_written = Alıcı, yazıldığı gibi
fact-voices = Kimin sözü
fact-stance = Tutum
fact-stance_as_written = Tutum, yazıldığı gibi
fact-by = Kimin eliyle
fact-of = Kimden
fact-condition = Koşul
fact-message = Söylendiği ileti
fact-message_doubtful = Bu iletide söylendiği kuşkulu
fact-rank = Bir günün sözleri arasındaki sırası
fact-holder = Elinde tutan
fact-holder_as_written = Elinde tutan, yazıldığı gibi
fact-not = Elinde tutmayan
fact-extent = Kapsam
fact-area = Alan
fact-area_as_written = Alan, yazıldığı gibi
fact-at = Yer
fact-at_as_written = Yer, yazıldığı gibi
fact-strength = Mevcudu
fact-about = Konusu
fact-claims = Söylediği
fact-reply_to = Yanıtladığı
fact-people = Kim
fact-places = Nerede
fact-records = Kayıtlar
fact-sources = Kaynaklar
fact-tellings = Anlatımlar
fact-handling = Atlas nasıl gösteriyor
fact-mark = Haritadaki işareti
fact-basis = Dayanağı
fact-told_by = Kimin sözüyle
fact-reason = Bu ağırlığın nedeni
fact-note = Not
fact-plain = Yalın dille
fact-in_plain_words = Yalın dille
fact-party = Taraf
fact-authority = Ağırlık
fact-offices = Görev
fact-precision_km = Konum doğruluğu, km
fact-coordinate_source = Konumun kaynağı
fact-height_m = Yükseklik, metre
fact-height_source = Yüksekliğin kaynağı
fact-area_km2 = Dış çizginin alanı, km²
fact-historical_area_km2 = O dönemde basılan alan, km²
fact-historical_area_source = Basıldığı yer
word-basis-document = belge: kaynak bir belgenin sözlerini bildiriyor
word-basis-narrative = anlatı: kaynağın yazarı anlatıyor
word-basis-gloss = yorum: kaynağın yazarına göre bir belgenin kimi ya da neyi kastettiği
word-basis-inference = çıkarım: yapılanlardan çıkarıldı
word-basis-author = yazar: kaynağın yazarının yargısı
word-calendar-new = yeni takvim
word-calendar-old = eski takvim
reports-without-room = { $count ->
   *[other] birliklerle ilgili { $count } rapora burada yer yok
}
troops = Birlikler
messages = İletiler
claims = İddialar
control = Denetim
units = Birlikler
events = Olaylar
play = Oynat
pause = Durdur
previous-day = Önceki gün
next-day = Sonraki gün
previous-change = Önceki değişim
next-change = Sonraki değişim
zoom-in = Yakınlaş
zoom-out = Uzaklaş
zoom-home = Bütün harita
type-date = Tarih yazın
returning = { $seconds } sn sonra başa dönülüyor
step-of = { $step } / { $count }
slide-on-the-map = Haritada
slide-letters-open = başkaları anlatıyor ya da yalnız olası
slide-told-by = { $words }, { $who-genitive } anlatımıyla
slide-claimed = { $certainty ->
    [possible] belki { $parties } hak iddia ediyor
   *[other] { $parties } hak iddia ediyor
}
slide-assigns = { $certainty ->
        [possible] belki { $parties-dative } verilmesi isteniyor
       *[other] { $parties-dative } verilmesi isteniyor
    }
slide-recognises = { $certainty ->
        [possible] belki { $parties-dative } ait sayılıyor
       *[other] { $parties-dative } ait sayılıyor
    }
slide-disputed = { $certainty ->
    [possible] belki ihtilaflı deniyor
   *[other] ihtilaflı deniyor
}
slide-renounced = { $certainty ->
    [possible] belki iddiadan vazgeçilmesi öneriliyor
   *[other] iddiadan vazgeçilmesi öneriliyor
}
slide-pressed = { $certainty ->
        [possible] belki başkalarının vazgeçmesi isteniyor
       *[other] başkalarının vazgeçmesi isteniyor
    }
slide-autonomy = { $certainty ->
    [possible] belki özerklik isteniyor
   *[other] özerklik isteniyor
}
slide-occupy = { $certainty ->
    [possible] belki burada { $troops } isteniyor
   *[other] burada { $troops } isteniyor
}
slide-evacuate = { $certainty ->
        [possible] belki { $troops-genitive } çekilmesi isteniyor
       *[other] { $troops-genitive } çekilmesi isteniyor
    }
slide-declined = { $certainty ->
    [possible] belki { $parties } asker sokmayacak
   *[other] { $parties } asker sokmayacak
}
slide-opposed = { $certainty ->
    [possible] belki alınmasına karşı çıkılıyor
   *[other] alınmasına karşı çıkılıyor
}
slide-held = { $certainty ->
        [possible] belki { $parties-genitive } denetiminde
       *[other] { $parties-genitive } denetiminde
    }
speaker-role = { $name }, { $role }
speaker-side = { $name }, { $party } tarafı
speaker-by-kind = { $kind }: { $who }
speaker-and-one = { $first } ve { $second }
speaker-and-more = { $first } ve { $count ->
    [1] bir ad daha
   *[other] { $count } ad daha
}
days-in-short = { $first } – { $last }
change-tour-opening = Değişim değişim
change-tour-closing = Kayıt burada bitiyor
change-tour-last = Bu değişimlerin sonuncusu: { $date }. Sonrası anlatılmıyor.
change-tour-one-of = { $at } / { $count }: { $words }
change-tour-known = Bilinen değişiyor
change-tour-change = { $areas }: { $words }
change-tour-cut = { $words } …
date-slider = Tarih
map = Harita
claims-mine = { $party } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] burada
   *[other] buralarda
} hak iddia ediyor
assigns = { $party }, { $certainty ->
        [possible] belki{ " " }
       *[other] { "" }
    }{ $count ->
        [one] buranın
       *[other] buraların
    } { $to-dative } verilmesini istiyor
recognises = { $party } { $certainty ->
        [possible] belki{ " " }
       *[other] { "" }
    }{ $count ->
        [one] burayı
       *[other] buraları
    } { $to-dative } ait sayıyor
disputed = { $party } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] buraya
   *[other] buralara
} ihtilaflı diyor
renounces = { $party } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] buradan
   *[other] buralardan
} vazgeçiyor
renounces-to = { $party } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] buradan
   *[other] buralardan
} { $to } lehine vazgeçiyor
presses = { $party }, { $certainty ->
        [possible] belki{ " " }
       *[other] { "" }
    }{ $of-genitive } { $count ->
        [one] buradan
       *[other] buralardan
    } vazgeçmesini istiyor
autonomy = { $party } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] burası
   *[other] buralar
} için özerklik istiyor
occupy = { $party } { $certainty ->
    [possible] belki burada { $troops } istiyor
   *[other] burada { $troops } istiyor
}
evacuate = { $party }, { $certainty ->
        [possible] belki { $troops-genitive } çekilmesini istiyor
       *[other] { $troops-genitive } çekilmesini istiyor
    }
declines = { $party } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] buraya
   *[other] buralara
} asker sokmayacak
opposes = { $party }, { $certainty ->
        [possible] belki{ " " }
       *[other] { "" }
    }{ $by-genitive } { $count ->
        [one] burayı
       *[other] buraları
    } almasına karşı çıkıyor
opposes-own = { $party }, { $certainty ->
        [possible] belki{ " " }
       *[other] { "" }
    }{ $troops-genitive } { $count ->
        [one] burayı
       *[other] buraları
    } almasına karşı çıkıyor
opposes-any = { $party } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] buranın
   *[other] buraların
} alınmasına karşı çıkıyor
held = { $party } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] { $extent ->
        [part] buranın bir kısmını
       *[other] burayı
    }
   *[other] { $extent ->
        [part] buraların bir kısmını
       *[other] buraları
    }
} elinde tutuyor
now-nothing = { $party }: artık kayıtta bir şey yok
held-no-more = { $party } artık { $count ->
    [one] burayı
   *[other] buraları
} elinde tutan olarak kayıtlı değil
now-certain = artık kesin: { $sentence }
no-longer-certain = artık kesin değil: { $sentence }
now-own-words = artık kendi sözüyle: { $sentence }
sentence-word = { $sentence }, { $word }
occupy-own = { $party } { $certainty ->
    [possible] belki burada kendi birliklerini istiyor
   *[other] burada kendi birliklerini istiyor
}
legend-claimed = { $certainty ->
    [possible] belki { $parties } hak iddia ediyor
   *[other] { $parties } hak iddia ediyor
}
legend-claimed-and-held = { $certainty ->
    [possible] { $parties } elinde tutuyor, belki hak da iddia ediyor
   *[other] { $parties } hak iddia ediyor ve elinde tutuyor
}
legend-claimed-own = { $parties } { $certainty ->
    [possible] belki hak iddia ediyor
   *[other] hak iddia ediyor
}
legend-assigns = { $certainty ->
        [possible] belki { $parties-dative } verilmesi isteniyor
       *[other] { $parties-dative } verilmesi isteniyor
    }
legend-recognises = { $certainty ->
        [possible] belki { $parties-dative } ait sayılıyor
       *[other] { $parties-dative } ait sayılıyor
    }
legend-disputed = { $certainty ->
    [possible] belki ihtilaflı
   *[other] ihtilaflı
}
legend-renounced = { $certainty ->
    [possible] belki iddiadan vazgeçilmesi öneriliyor
   *[other] iddiadan vazgeçilmesi öneriliyor
}
legend-pressed = { $certainty ->
        [possible] belki başkalarının vazgeçmesi isteniyor
       *[other] başkalarının vazgeçmesi isteniyor
    }
legend-autonomy = { $certainty ->
    [possible] belki özerklik isteniyor
   *[other] özerklik isteniyor
}
legend-occupy = { $certainty ->
    [possible] belki burada { $parties } birlikleri isteniyor
   *[other] burada { $parties } birlikleri isteniyor
}
legend-occupy-own = { $parties } { $certainty ->
    [possible] belki burada kendi birliklerini istiyor
   *[other] burada kendi birliklerini istiyor
}
legend-evacuate = { $certainty ->
        [possible] belki { $parties } birliklerinin çekilmesi isteniyor
       *[other] { $parties } birliklerinin çekilmesi isteniyor
    }
legend-declined = { $parties } { $certainty ->
    [possible] belki buraya asker sokmayacak
   *[other] buraya asker sokmayacak
}
legend-opposed = { $certainty ->
    [possible] belki alınmasına karşı çıkılıyor
   *[other] alınmasına karşı çıkılıyor
}
legend-held = { $certainty ->
        [possible] belki { $parties-genitive } denetiminde
       *[other] { $parties-genitive } denetiminde
    }
legend-unknown = söz yok
legend-hearsay = içi boş harf: başkaları anlatıyor
legend-own-name = italik: { $party-genitive } dilindeki adı
legend-held-by = { $parties-genitive } denetiminde
legend-possibly-held-by = Belki { $parties-genitive } denetiminde
legend-held-by-both = { $parties-genitive } denetiminde, belki ayrıca { $possibly-genitive } denetiminde
legend-held-in-part = Bir kısmı { $party-genitive } denetiminde, neresi olduğu belirtilmiyor
legend-possibly-held-in-part = Belki bir kısmı { $party-genitive } denetiminde, neresi olduğu belirtilmiyor
legend-town-held-by = { $party-genitive } denetiminde bir yer
legend-town-possibly-held-by = Belki { $party-genitive } denetiminde bir yer
in-part = kısmen
legend-unit = birlikler, son bildirilen yer
legend-unit-possible = noktalı: belki orada
legend-message = günün iletisi
legend-group-wanted = İstenen
legend-group-held = Elde tutulan
legend-group-certainty = Ne kadar kesin
legend-group-troops = Birlikler
legend-group-messages = İletiler
legend-group-ground = Arazi
legend-arm-infantry = piyade
legend-arm-cavalry = süvari
legend-arm-artillery = topçu
legend-arm-mixed = birkaç sınıf
legend-arm-machine-guns = makineli tüfek
legend-arm-train = zırhlı tren
legend-arm-militia = milis ya da gönüllü
legend-arm-navy = gemi
legend-arm-air = uçak
legend-arm-unstated = sınıfı belirtilmiyor
legend-echelon-army = ordu
legend-echelon-corps = kolordu
legend-echelon-division = tümen
legend-echelon-brigade = tugay
legend-echelon-regiment = alay
legend-echelon-battalion = tabur
legend-echelon-company = bölük
legend-echelon-detachment = müfreze
legend-strength = yüz kişi; bir top
legend-arrived = varışı bildirilen hareket
legend-bound = oraya doğru yolda
legend-no-holder = kayıtta elinde tutan yok
legend-aged = soluk: eskimiş bir haber
legend-seat = haritanın dışındaki başkent
legend-boundary-1 = sınır, bir tarife göre
legend-boundary-2 = rekonstrüksiyon
legend-boundary-3 = ırmak ya da sırt boyunca
legend-railway = demiryolu
legend-place-capital = başkent
legend-place-town = kasaba
legend-place-village = köy
legend-place-peak = doruk
legend-place-pass = geçit ya da köprü
legend-twice = birden çok biçimde anlatılıyor
place-not-stated = yer belirtilmiyor
day-not-known = gün bilinmiyor
report-of = { $unit }:
message-caption = { $day }, { $kind }: { $from-ablative } { $to-dative }
message-caption-to-nobody = { $day }, { $kind }: { $from-ablative }
person-at = { $person } ({ $place })
fix-arrives = geldi
fix-leaves = ayrıldı
fix-bound-for = yolda
fix-ordered = gitme emri aldı
fix-expected = bekleniyor
fix-potential = toplanabilir
message-telegram = telgraf
message-letter = mektup
message-note = nota
message-ultimatum = ültimatom
message-order = emir
message-decision = karar
message-speech = konuşma
message-talk = görüşme
message-phone = telefon görüşmesi
message-unstated = biçimi belirtilmeyen ileti
strength-men = { $n ->
    [one] { $count } kişi
   *[other] { $count } kişi
}
strength-bayonets = { $n ->
    [one] { $count } süngü
   *[other] { $count } süngü
}
strength-infantry = { $count } piyade
strength-cavalry = { $count } süvari
strength-guns = { $n ->
    [one] { $count } top
   *[other] { $count } top
}
strength-machine-guns = { $n ->
    [one] { $count } makineli tüfek
   *[other] { $count } makineli tüfek
}
strength-artillerymen = { $n ->
    [one] { $count } topçu
   *[other] { $count } topçu
}
strength-officers = { $n ->
    [one] { $count } subay
   *[other] { $count } subay
}
strength-battalions = { $n ->
    [one] { $count } tabur
   *[other] { $count } tabur
}
strength-batteries = { $n ->
    [one] { $count } batarya
   *[other] { $count } batarya
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
    [one] { $count } tren
   *[other] { $count } tren
}
strength-divisions = { $n ->
    [one] { $count } tümen
   *[other] { $count } tümen
}
strength-brigades = { $n ->
    [one] { $count } tugay
   *[other] { $count } tugay
}
strength-ships = { $n ->
    [one] { $count } gemi
   *[other] { $count } gemi
}
strength-aircraft = { $count } uçak
up-to = en çok { $count }
about = yaklaşık { $count }
at-least = en az { $count }
from-to = { $from }–{ $to }
named-words = { $name }: { $words }
list-comma = { ", " }
list-semicolon = { "; " }
list-and = { $first } ve { $last }
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
latitude-north = { $degrees } K
latitude-south = { $degrees } G
longitude-east = { $degrees } D
longitude-west = { $degrees } B
year-before = MÖ { $year }
full-date = { $date } { $year }
month-year = { $month } { $year }
between-dates = { $from } ile { $to } arasında
about-date = { $date } dolayları
day-of-month = { $day } { $month }
weekday-year = { $weekday }, { $year }
month-1 = Ocak
month-of-1 = Ocak
month-2 = Şubat
month-of-2 = Şubat
month-3 = Mart
month-of-3 = Mart
month-4 = Nisan
month-of-4 = Nisan
month-5 = Mayıs
month-of-5 = Mayıs
month-6 = Haziran
month-of-6 = Haziran
month-7 = Temmuz
month-of-7 = Temmuz
month-8 = Ağustos
month-of-8 = Ağustos
month-9 = Eylül
month-of-9 = Eylül
month-10 = Ekim
month-of-10 = Ekim
month-11 = Kasım
month-of-11 = Kasım
month-12 = Aralık
month-of-12 = Aralık
weekday-1 = Pazartesi
weekday-2 = Salı
weekday-3 = Çarşamba
weekday-4 = Perşembe
weekday-5 = Cuma
weekday-6 = Cumartesi
weekday-7 = Pazar
to-epilogue = Sonsöz
to-main-part = Geri: { $years }
from-to-people = { $from-ablative } { $to-dative }
show-troops = Birlikler
show-messages = İletiler
show-holders = Denetim
last-message = Önceki son ileti, { $date }: { $gist }
lens-about-claims = Bu gün geçerli her hak iddiası, yan yana; toprağı kimin elinde tuttuğunu dış çizginin içindeki şerit gösterir.
lens-about-control = Haberlere göre bu gün kim neyi elinde tutuyordu; haberlerin dediğinden fazlası değil.
lens-about-of = Her yöre, kayda göre { $name-genitive } onun için istediğinin renginde.
what-was-sent = Bu gün gönderilenler
nothing-sent = Bu güne tarihli ileti yok
plate-note = Birlikler yalnız tarihli bir raporun gösterdiği yerde durur.
plate-state = Bu görünümü yeniden açmak için: araxes --state, değeri { $state }
source-line = Kaynak: { $source }
legend-relief = { $km } km aralıklı yüksekliklerden çizilmiş arazi
legend-today = bugünkü sınır
legend-frontier = devletler arası sınır
show-today = Bugünkü sınırlar
outside = yörelerin dışında
boundary = Aradaki sınır
precision-1 = Bir tarife göre çizildi: noktalı
precision-2 = Rekonstrüksiyon: kesik çizgi
precision-3 = Irmak, sırt ya da ölçülmüş sınır üzerinde: düz çizgi
north = K
# The archive desk: what the records go back to, and the list to take to a reading room.
view-archives = Arşivler
desk-cited-twice = { $leaf } yaprağını iki dipnot gösteriyor: { $first } ve { $second }. Kaynak gösterilmeden önce arşivde denetlenmeli.
desk-sheet-title = Arşivlerde bakılacaklar: { $atlas }
desk-sheet-about = Kayıtların dayandığı her arşiv dosyası, istenecek yapraklarıyla. Hiçbiri bu atlas için görülmedi; yer numaraları onları gösteren dipnotlarındır.
desk-sheet-line = { $leaves } – { $what } ({ $days })
desk-sheet-read = Gösterildiği yer { $cites }; kayıtlar { $records }
desk-no-leaf = yaprak belirtilmiyor
desk-file-count = { $count ->
        [one] { $count } kayıt
       *[other] { $count } kayıt
    }
desk-printed = Kitaplar, gazeteler, internet
desk-nowhere = Arşive dayanmayan
desk-nowhere-about = { $all } kaydın { $count } tanesi hiçbir arşive dayanmıyor: basılı olarak ya da yalnız kaynağın kendisinde okunuyor.
desk-twice-count = { $count ->
        [one] { $count } yaprak iki kez gösteriliyor
       *[other] { $count } yaprak iki kez gösteriliyor
    }
desk-for-room = Okuma salonu listesi…
# The working list: records that the reader has chosen.
view-list = Çalışma listesi
list-star = Çalışma listesine al ya da çıkar
list-add = Çalışma listesine al
list-remove = Çalışma listesinden çıkar
list-empty = Listede henüz bir şey yok. Herhangi bir kayıtta S tuşuna ya da üstündeki yıldıza basın.
list-note = Notunuz
list-seen-by-me = Kendim gördüm
list-seen = görüldü: { $date }
list-seen-at = görüldü: { $date }, { $shelf }
list-seen-day = Gün
list-shelf-mark = Yer numarası
list-up = Yukarı al
list-down = Aşağı al
list-by-date = Tarihe göre sırala
list-undo = Geri al
list-export = Listeyi kaydet…
list-copy = Dipnotları kopyala
list-missing = { $record } ({ $title }) bu atlasta yok.
list-title = Çalışma listesi: { $atlas }
list-kept-in = Saklandığı yer: { $path }
list-not-kept = Yazılamadı: { $error }
list-unreadable = { $path } konumundaki liste okunamıyor, olduğu gibi bırakıldı: { $error }
list-footnotes = Dipnotlar
footnote-one = Dipnot
list-markdown = Markdown
list-bibtex = BibTeX
list-csl = CSL-JSON
export = Aktar…
export-to = Kayıt adı
export-save = Kaydet
export-copy = Resmi kopyala
export-saved = Kaydedildi: { $path }
export-busy = Resim hazırlanıyor…
save-choose = Seç…
save-none-chosen = Sistemin penceresi bir yol vermedi. Yukarıya yol yazılabilir.
save-replace-ask = { $path } zaten var. Yerine yazılsın mı?
save-replace = Yerine yaz
save-keep = Kalsın
save-is-folder = { $path } bir klasördür; dosyaya bir ad verin
save-no-folder = { $path } klasörü yok
save-failed = Kaydedilmedi: { $reason }
save-records = Kayıtları kaydet
save-records-about = Süzgeçlerden geçen { $count } kaydın tümü, günleriyle; hangi gün gösterilirse gösterilsin.
save-archives = Okuma salonu listesini kaydet
save-list = Çalışma listesini kaydet
save-bom = Bayt sırası imiyle (BOM), Excel için
form-csv = CSV
form-pdf = PDF
show-in-folder = Klasörde göster
close-message = Kapat
folder-not-shown = { $folder } açılamadı: { $reason }
preview-failed = Önizleme yok: { $reason }
copy-failed = Kopyalanmadı: { $reason }
export-copied = Resim panoda
theme-paper = Kâğıt
theme-night = Gece
theme-print = Baskı
theme-high-contrast = Yüksek karşıtlık
matrix = Kim ne istedi
find = Her yazılışla ara
nothing-found = Bulunamadı
find-reading = Kayıtlar okunuyor: %{ $part }
find-all = Tüm sonuçlar ({ $count })
differences-between = { $from } → { $to }: { $count ->
    [one] { $count } fark
   *[other] { $count } fark
}
dated-between = Tarih aralığı
report-id = Rapor { $id }
kind-message = ileti
kind-claim = iddia
kind-control = kimin elindeydi
kind-unit = birlik
kind-event = olay
kind-person = kişi
kind-place = yer
kind-district = yöre
kind-source = kaynak
kind-term = kullanılan söz
kind-contradiction = birden çok biçimde anlatılan
kind-party = taraf
from-day-to-day = { $from } – { $to }
not-named = adı verilmiyor
and-more = ve { $count } tane daha
and-areas = Başka değişenler: { $areas }
and-more-voices = ve { $count } ses daha
desk = Görünüm
view-ribbons = Şeritler
view-strengths = Mevcutlar
view-network = Ağ
view-table = Tablo
view-words = Sözle
chart-matrix = Kim ne istedi, { $days }
chart-ribbons = Kim ne istedi, { $days }
chart-strengths = Her kuvvetin söylenen mevcudu, { $days }
chart-network = Kim kime yazdı, { $days }
month-of-year = { $month } { $year }
months-of-year = { $from }–{ $to } { $year }
months-of-years = { $from } { $first } – { $to } { $year }
days-changed = { $count ->
    [one] Bu haritanın değiştiği tek gün
   *[other] Bu haritanın değiştiği { $count } gün
}, { $days }
days-changed-some = Bu haritanın değiştiği { $count } günün { $shown } tanesi, { $days }
days-unchanged = Bu harita değişmedi, { $days }
changed-outlined = Çevresi çizili: bir önceki haritadan bu yana değişti
strengths-note = Habere göre kişi sayısı. Dolu: kaynağın kendi sözü. İçi boş: başkası anlatıyor. Aşağı noktalı: “en çok”. Yatay: olabileceği günler. Yükseklik, sayının kareköküyle artar.
strengths-rest = Kişi olarak sayılmayan ya da gösterilen günlere düşmeyen
network-of = { $count } ileti, { $days }: kim kime yazdı
nothing-passes = Geçerli süzgeçlerden hiçbir kayıt geçmiyor
drawn-only-from = Yalnız şundan çizildi: { $filter }
only-party = yalnız { $name }
only-voice = yalnız { $name-genitive } sözleri
only-archive = yalnız { $name }
only-decision = yalnız kararlar
only-official = yalnız kararlar ve resmî kişiler
only-individual = her ses
only-no-hearsay = aktarmalar yok
only-documents = yalnız belgeler
only-certain = yalnız kesin olanlar
only-no-hearsay-about = Yalnız başkası aktardığı için bilineni dışarıda bırakır
only-documents-about = Bir belgenin sözlerine dayananı alır; yazarın anlattığını, belgeden okuduğunu ya da çıkardığını dışarıda bırakır
only-certain-about = Gösterilen gün kesin olanı alır; o gün yalnız olası olanı dışarıda bırakır
without-kind = hariç: { $kind ->
    [messages] iletiler
    [claims] iddialar
    [control] denetim
    [units] birlikler
   *[other] olaylar
}
only-telling = { $number }. anlatım: “{ $title }”
twin-title = { $date }. { $lens }
twin-places = Şehirler ve yerler
twin-claimed = { $districts }: { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $parties } hak iddia ediyor{ $hearsay ->
    [yes] , yalnız başkalarının aktardıklarından biliniyor
   *[other] {""}
}.
twin-claimed-own = { $districts }: { $who } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] burada
   *[other] buralarda
} hak iddia ediyor{ $hearsay ->
    [yes] , yalnız başkalarının aktardıklarından biliniyor
   *[other] {""}
}.
twin-assigns = { $districts }: { $who }, { $certainty ->
        [possible] belki{ " " }
       *[other] { "" }
    }{ $count ->
        [one] buranın
       *[other] buraların
    } { $parties-dative } verilmesini istiyor{ $hearsay ->
        [yes] , yalnız başkalarının aktardıklarından biliniyor
       *[other] { "" }
    }.
twin-recognises = { $districts }: { $who } { $certainty ->
        [possible] belki{ " " }
       *[other] { "" }
    }{ $count ->
        [one] burayı
       *[other] buraları
    } { $parties-dative } ait sayıyor{ $hearsay ->
        [yes] , yalnız başkalarının aktardıklarından biliniyor
       *[other] { "" }
    }.
twin-disputed = { $districts }: { $who } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] buraya
   *[other] buralara
} ihtilaflı diyor{ $hearsay ->
    [yes] , yalnız başkalarının aktardıklarından biliniyor
   *[other] {""}
}.
twin-renounced = { $districts }: { $who } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] buradan
   *[other] buralardan
} vazgeçiyor{ $hearsay ->
    [yes] , yalnız başkalarının aktardıklarından biliniyor
   *[other] {""}
}.
twin-pressed = { $districts }: { $who }, { $certainty ->
        [possible] belki başkasının
       *[other] başkasının
    } { $count ->
        [one] buradan
       *[other] buralardan
    } vazgeçmesini istiyor{ $hearsay ->
        [yes] , yalnız başkalarının aktardıklarından biliniyor
       *[other] { "" }
    }.
twin-autonomy = { $districts }: { $who } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] burası
   *[other] buralar
} için özerklik istiyor{ $hearsay ->
    [yes] , yalnız başkalarının aktardıklarından biliniyor
   *[other] {""}
}.
twin-occupy = { $districts }: { $who } { $certainty ->
    [possible] belki burada { $parties } birlikleri istiyor
   *[other] burada { $parties } birlikleri istiyor
}{ $hearsay ->
    [yes] , yalnız başkalarının aktardıklarından biliniyor
   *[other] {""}
}.
twin-occupy-own = { $districts }: { $who } { $certainty ->
    [possible] belki burada kendi birliklerini istiyor
   *[other] burada kendi birliklerini istiyor
}{ $hearsay ->
    [yes] , yalnız başkalarının aktardıklarından biliniyor
   *[other] {""}
}.
twin-evacuate = { $districts }: { $who }, { $certainty ->
        [possible] belki { $parties } birliklerinin çekilmesini istiyor
       *[other] { $parties } birliklerinin çekilmesini istiyor
    }{ $hearsay ->
        [yes] , yalnız başkalarının aktardıklarından biliniyor
       *[other] { "" }
    }.
twin-declined = { $districts }: { $who } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] buraya
   *[other] buralara
} asker sokmayacak{ $hearsay ->
    [yes] , yalnız başkalarının aktardıklarından biliniyor
   *[other] {""}
}.
twin-opposed = { $districts }: { $who } { $certainty ->
    [possible] belki{" "}
   *[other] {""}
}{ $count ->
    [one] buranın
   *[other] buraların
} alınmasına karşı çıkıyor{ $hearsay ->
    [yes] , yalnız başkalarının aktardıklarından biliniyor
   *[other] {""}
}.
twin-held = { $districts }: { $certainty ->
        [possible] belki{ " " }
       *[other] { "" }
    }{ $parties-genitive } denetiminde{ $hearsay ->
        [yes] , yalnız başkalarının aktardıklarından biliniyor
       *[other] { "" }
    }.
twin-unknown = { $districts }: kayıtta söz yok.
twin-place = { $place }: { $certainty ->
        [possible] belki{ " " }
       *[other] { "" }
    }{ $who-genitive } denetiminde ({ $source }).
twin-record = { $certainty ->
    [possible] Belki bu gün: { $what }
   *[other] { $what }
} ({ $source })
twin-unit = { $unit }: { $certainty ->
        [possible] belki{ " " }
       *[other] { "" }
    }{ $kind ->
        [arrives] { $place-dative } geldi
        [leaves] { $place-ablative } ayrıldı
        [bound-for] { $place-dative } doğru yolda
        [ordered] { $place-dative } gitme emri aldı
        [expected] { $place-locative } bekleniyor
        [potential] { $place-locative } toplanabilir
       *[other] { $place-locative }
    }, { $when }{ $counted ->
        [yes] ; { $strength }
       *[other] { "" }
    } ({ $source }).
second-map = İkinci harita
compare = Kıyasla
compare-edge = İki harita arasındaki kenar
swap = Takas
close = Kapat
flicker = Yanıp sön
swipe = Kaydır
side-by-side = Yan yana
same-day = Aynı gün
differ-count = { $count ->
    [0] Fark yok
    [1] Bir yöre farklı
   *[other] { $count } yöre farklı
}
small-maps = Mini haritalar
open-large = Bunu aç
by-capitals = Her başkente harita
by-days = Her güne harita
next-week = Hafta ileri
previous-week = Hafta geri
to-start = İlk gün
to-end = Ana bölümün son günü
slower = Yavaşla
faster = Hızlan
loop = Döngü
by-events = Olay olay
all-days = Zaman çizgisi: her gün
clear-range = Aralık yerine tek gün
reduced-motion = Hareket aç / kapat
back = Geri
forward = İleri
undo = Geri al
redo = Yinele
clear-selection = Seçimi kaldır
to-the-day = Gün
copy-link = Bu görünümün bağlantısını kopyala
link = Link kopyala
copy = Kopya
help = Yardım
help-about = Dolgu neyin istendiğini, dış çizginin içindeki şerit kimin elinde tuttuğunu, dış çizgi bunun ne kadar kesin bilindiğini söyler. Yarı soluk ve noktalı dolgu ya da içi boş şerit ve harf: yalnız olası. Bir adın yanında içi boş harf: başkası anlatıyor.
help-mouse = Harita: taşımak için sürükleyin, yakınlaşmak için tekerleği çevirin, seçmek için tıklayın. Zaman çizgisi: gün için tutamağı ya da şeritleri sürükleyin, gün aralığı için şeritlerin üstünde sürükleyin, yakınlaşmak için tekerlek, her gün için çift tıklama. Panellerin kenarları sürüklenebilir.
help-time = Zaman
help-map = Harita
help-views = Görünümler
help-go = Bul, git, sakla
help-lecture = Sunum
lens-1 = Mercek: iddialar
lens-2 = Mercek: denetim
lens-3 = Mercek: birinci başkent
lens-4 = Mercek: ikinci başkent
lens-5 = Mercek: üçüncü başkent
lens-6 = Mercek: dördüncü başkent
lens-7 = Mercek: beşinci
filters = Süzgeçler
next-language = Sonraki dil
language = Dil
hide-inspector = Ayrıntıları göster ya da gizle
lecture-resume = Sunumu kaldığı yerden sürdür
lecture-next = Sonraki adım ya da yanıt
lecture-previous = Önceki adım
lecture-enter = Yazılan sayıdaki adım; yan yoldan dönüş; sonraki adım
lecture-first = İlk adım
lecture-last = Son adım
lecture-grid = Bütün adımlara bakış
lecture-blank = Siyah ekran; herhangi bir tuş geri döner
lecture-white = Beyaz ekran; herhangi bir tuş geri döner
lecture-slider = Zaman çizgisi
lecture-lenses = Birinci mercek; ötekiler ardından gelen rakamlarla
lecture-pen = Kalem; çizgileri sonraki adımda silinir
lecture-erase = Kalemin yazdığını sil
lecture-again = Adımı olduğu gibi yeniden göster
lecture-window = Tam ekran ya da pencere
lecture-leave = Sunumdan çık
lecture-stay = Kal
lecture-ask = Çıkmak için yeniden Esc’ye basın
lecture-typed = Adım { $step } / { $count }: Enter’a basın
lecture-detour = Yan yol – Enter, { $step }. adıma döner
kiosk-leave = Kiosktan çık

# The sheet of all texts of a kiosk.
sheet-title = Kioskun bütün metinleri
sheet-about = Sergiden sorumlu olanlar için, kioskun bu dilde gösterebileceği her şey. Yalın sürümü olan metinlerde o sürüm, tam metnin altındadır.
sheet-signed = Okundu, onaylandı
sheet-plain = Yalın dille: { $text }
sheet-first = Gelip geçenler için
sheet-buttons = Düğme ve bildirim sözleri
sheet-choices = Haritanın seçenekleri
sheet-signs = Harita nasıl okunur
sheet-terms = Açıklanan sözler
sheet-places = Yöre, yer, başkent ve birlik kartları
sheet-places-about = Her kart, bunu söylediği ilk günle; herkesin haritası gösteriliyor.
sheet-records = İleti ve olay kartları
sheet-from = ilk gün: { $day }

# The operator's page of a kiosk.
operator-pin = PIN
operator-wrong = PIN yanlış
operator-wait = { $seconds } sn bekleyin
operator-ok = Tamam
operator-close = Kioska dön
operator-low-reach = Her şey alçakta, erişilir yerde
operator-idle = { $seconds } sn sonra baştan başla
operator-clean = Camı temizle
operator-cleaning = Cam temizlenebilir: dokunmalar { $seconds } sn etkisiz
operator-export = Sayım ve günlükleri kopyala
operator-exported = Sayımlar ve günlükler kopyalanıyor; kopyalanamayan aşağıda yazılır
operator-reload = Atlası ve ayarları yeniden oku
operator-asked = Kiosk birazdan yeniden başlıyor
operator-shut-down = Kiosku kapat…
operator-shut-down-now = Kiosku şimdi kapat
operator-stay = Açık kalsın
operator-uptime = Araxes { $version }, açık kaldığı süre { $days } gün { $hours } sa { $minutes } dk, pencere { $restarts } kez yeniden başladı
operator-work = Bellek { $memory } MiB, bir karede iş { $median } ms, en çok { $most } ms
operator-atlas = Atlas: { $title }, { $folder }
operator-built-in = programın içinde
operator-showing-wanted = Yapılandırmada adı geçen atlas bu
operator-showing-last-good = Klasörü hatalı ya da açılamadı, bu yüzden son sağlam kopyası gösteriliyor
operator-showing-built-in = Klasörü hatalı ya da açılmadı, sağlam kopya da yok, bu yüzden programın içindeki atlas gösteriliyor
operator-today = Bugün { $visits } ziyaret, her biri ortalama { $seconds } sn
operator-refused = Yeni atlas alınmadı: { $list }
operator-faults = Yapılandırma hatalı, bu yüzden son sağlamı kullanılıyor: { $list }
operator-not-written = Yazılamadı: { $list }
operator-failure = Pencere son kez neden yeniden başlatıldı: { $failure }
kind-command = komut
a-voice-about = Bir kişinin ya da kurumun gözüyle bak
date-outside = Atlasın dışında; kapsadığı: { $from } – { $to }
date-slashes = Eğik çizgiyle gün aydan ayırt edilemez; gün.ay.yıl ya da YYYY-MM-DD yazın
date-short-year = “{ $typed }” yılının yüzyılı yok; tam yazın
date-unreadable = “{ $typed }” bir tarih değil; gün.ay.yıl (ay sözcükle de olur) ya da YYYY-MM-DD yazın
range-hint = Gün aralığı için burada sürükleyin
range-any = { $days }: herhangi bir gün
range-all = { $days }: her gün
range-sum = { $days } başından: o güne kadar her şey
take-away = Kaldır: { $what }
export-this = Aktar…
export-table = CSV kaydet
sort-by = Bu sütuna göre sırala
column-when = Tarih
column-kind = Nedir
column-what = Ne diyor
column-read-in = Okunduğu yer
column-archive = Kaynağı
filter-parties = Taraf
filter-certainty = Kesinlik
filter-authority = Kimin sözü
filter-kinds = Hariç
filter-archives = Yalnız bu arşivlerden
filter-printed = Yalnız bu kitap ve yazılardan
filter-passing = { $all } kaydın { $count } tanesi geçiyor
filters-close = Süzgeçleri kapat
filter-voices = Konuşan
filter-none = Süzgeç yok
hidden-by-filters = Geçerli süzgeçler bu kaydı dışarıda bırakıyor.
go-to-days = Git: { $days }
draw-this-telling = Yalnız bu anlatımı çiz
draw-all-tellings = Yine her anlatımı çiz
history-of-colour = Zaman içinde her başkentin istediği
received = alındı: { $date }
deadline = son gün: { $date }
answered-by = Yanıtlayan
place-inferred = yer kaynakta belirtilmiyor
changed-with-it = Onun gününde değişenler
records = Kayıtlar
sources = Kaynaklar
people = Kişiler ve kurumlar
party-not-stated = taraf belirtilmiyor
strength-reported = Mevcudu, haber haber
the-source = kaynak
letters-written = Yazdıkları
letters-received = Aldıkları
statements = Söyledikleri
told-of-others = Başkaları için anlattıkları
led = Komuta ettikleri
so-many = { $count } kayıt
authority-decision = karar verir
authority-official = resmî
authority-individual = kişisel
copied = Kopyalandı
saved = Kaydedildi: { $path }
key-left = Sol
key-right = Sağ
key-up = Yukarı
key-down = Aşağı
key-space = Boşluk
troops-of = { $party } birlikleri
word-document = kendi sözleri
word-narrative = yazarın anlatımıyla
word-gloss = yazarın belgeyi yorumlayışıyla
word-inference = yapılanlardan çıkarım
word-author = yazarın yargısı
word-told-by = { $who-genitive } anlatımıyla
known-between = { $from } ile { $to } arasında bir gün
known-after = { $date } tarihinden sonra bir gün
known-before = en geç { $date }
known-as-of = { $date } itibarıyla
known-from-to = { $from } – { $to }
said-since = { $first } tarihinden beri, son söylendiği gün { $last }
said-of = { $area } için söylendi
said-if = koşul: { $condition }
place-spot = { $where ->
        [in] { $place-locative }
        [on] { $place-locative }
       *[other] { $place-locative }
    }
report-unplaced = belirtilmeyen bir yerde
report-arrives = { $place-dative } geldi
report-arrives-from = { $from-ablative } { $place-dative } geldi
report-crosses = { $place-dative } geçti
report-crosses-from = { $from-ablative } { $place-dative } geçti
report-leaves = { $place-ablative } ayrıldı
report-leaves-for = { $to-dative } gitmek üzere { $place-ablative } ayrıldı
report-left-for = { $to-dative } gitmek üzere ayrıldı
report-left = ayrıldı, nereden olduğu belirtilmiyor
report-bound-for = { $place-dative } doğru yolda
report-bound-for-from = { $from-ablative } { $place-dative } doğru yolda
report-ordered = { $place-dative } gitme emri aldı
report-ordered-from = { $from-ablative } { $place-dative } gitme emri aldı
report-expected = { $spot } bekleniyor
report-potential = { $spot } toplanabilir
report-arrives-unplaced = geldi, yer belirtilmiyor
report-bound-for-unplaced = yolda, nereye olduğu belirtilmiyor
report-ordered-unplaced = gitme emri aldı, nereye olduğu belirtilmiyor
report-expected-unplaced = bekleniyor, yer belirtilmiyor
report-potential-unplaced = toplanabilir, yer belirtilmiyor
strength-told = { $strength } ({ $who-genitive } verdiği sayı)
sentence-source = { $sentence } ({ $source })
question-whose = kimin: { $sentence }
question-troops = kimin birlikleri: { $sentence }
question-against = kime karşı: { $sentence }
held-by-whom = { $certainty ->
        [possible] belki{ " " }
       *[other] { "" }
    }{ $extent ->
        [part] bir kısmı { $who-genitive } denetiminde
       *[other] { $who-genitive } denetiminde
    }
not-held-by-whom = { $certainty ->
        [possible] belki { $who-genitive } denetiminde değil, elinde tutanın adı verilmiyor
       *[other] { $who-genitive } denetiminde değil, elinde tutanın adı verilmiyor
    }
place-sentence = { $place }: { $sentence }
troops-party = { $party } birlikleri
troops-no-party = Tarafı belirtilmeyen birlikler
reported-on = bildirildi: { $date }
last-reported = son haber { $date } tarihli
force-sentence = { $unit }: { $certainty ->
    [possible] belki { $place }
   *[other] { $place }
}{ $counted ->
    [yes] ; { $strength }
   *[other] {""}
}
event-sentence = { $title }: { $gist }
possibly-this-day = belki bu gün, { $date }
deadline-today = Bir süre doluyor: { $gist }
day-no-claim = kayıtta iddia yok
day-no-holder = kayıtta bir şey yok
day-no-statement = kayıtta söz yok
day-district-without = { $district }: { $nothing }
day-without = Yöreler: { $nothing }
day-undated = Tarihsiz, belki bu güne kadar
contradiction-line = { $title }: { $count } anlatım ({ $id })
telling-line = – { $text }
claim-of-area = { $area }: { $sentence }
claim-listed = { $voices }: { $area }; listelenen tutum yok
nothing-on-record = kayıtta bir şey yok
change-nothing = { $who }: { $nothing }
change-line = { $area }: { $before } → { $after }
log-dated = Bu günlere tarihli
log-wider = Daha az kesin tarihli ya da daha önce başlamış
log-undated = Tarihsiz
log-people = Kişiler ve kurumlar
log-places = Yerler
message-sentence = { $kind }, { $from-ablative } { $to-dative }: { $gist }
message-sentence-to-nobody = { $kind }, { $from-ablative }: { $gist }
sender-not-stated = gönderen belirtilmiyor
headline-claims = { $party } { $certainty ->
        [possible] belki { $areas-locative } hak iddia ediyor
       *[other] { $areas-locative } hak iddia ediyor
    }
headline-assigns = { $party }, { $certainty ->
        [possible] belki { $areas-genitive } { $to-dative } verilmesini istiyor
       *[other] { $areas-genitive } { $to-dative } verilmesini istiyor
    }
headline-recognises = { $party } { $certainty ->
        [possible] belki { $areas-accusative } { $to-dative } ait sayıyor
       *[other] { $areas-accusative } { $to-dative } ait sayıyor
    }
headline-disputed = { $party } { $certainty ->
        [possible] belki { $areas-dative } ihtilaflı diyor
       *[other] { $areas-dative } ihtilaflı diyor
    }
headline-renounces = { $party } { $certainty ->
        [possible] belki { $areas-ablative } vazgeçiyor
       *[other] { $areas-ablative } vazgeçiyor
    }
headline-renounces-to = { $party }, { $certainty ->
        [possible] belki { $to } lehine { $areas-ablative } vazgeçiyor
       *[other] { $to } lehine { $areas-ablative } vazgeçiyor
    }
headline-presses = { $party }, { $certainty ->
        [possible] belki { $of-genitive } { $areas-ablative } vazgeçmesini istiyor
       *[other] { $of-genitive } { $areas-ablative } vazgeçmesini istiyor
    }
headline-autonomy = { $party } { $certainty ->
        [possible] belki { $areas } için özerklik istiyor
       *[other] { $areas } için özerklik istiyor
    }
headline-occupy = { $party } { $certainty ->
        [possible] belki { $areas-locative } { $troops } istiyor
       *[other] { $areas-locative } { $troops } istiyor
    }
headline-occupy-own = { $party } { $certainty ->
        [possible] belki { $areas-locative } kendi birliklerini istiyor
       *[other] { $areas-locative } kendi birliklerini istiyor
    }
headline-evacuate = { $party }, { $certainty ->
        [possible] belki { $troops-genitive } { $areas-ablative } çekilmesini istiyor
       *[other] { $troops-genitive } { $areas-ablative } çekilmesini istiyor
    }
headline-declines = { $party } { $certainty ->
        [possible] belki { $areas-dative } asker sokmayacak
       *[other] { $areas-dative } asker sokmayacak
    }
headline-opposes = { $party }, { $certainty ->
        [possible] belki { $by-genitive } { $areas-accusative } almasına karşı çıkıyor
       *[other] { $by-genitive } { $areas-accusative } almasına karşı çıkıyor
    }
headline-opposes-any = { $party }, { $certainty ->
        [possible] belki { $areas-genitive } alınmasına karşı çıkıyor
       *[other] { $areas-genitive } alınmasına karşı çıkıyor
    }
headline-takes = { $troops } { $areas-accusative } alıyor
headline-now-held = { $areas } artık { $party-genitive } denetiminde
headline-held = { $extent ->
        [part] { $areas-genitive } { $certainty ->
            [possible] belki{ " " }
           *[other] { "" }
        }bir kısmı { $party-genitive } denetiminde
       *[other] { $areas }{ $certainty ->
            [possible] { " " }belki
           *[other] ,
        } { $party-genitive } denetiminde
    }
headline-unit = { $unit } { $place }
headline-told = aktarılan: { $sentence }
headline-read = { $sentence }, { $basis ->
    [inference] çıkarımla
   *[other] bir yoruma göre
}
headline-by-kind = { $kind }: { $sentence }
headline-nothing = Kayıtta { $date } tarihli bir şey yok
headline-no-holder = { $date }: kayıtlarda hiçbir yer el değiştirmiyor
headline-nothing-of = Kayıtta { $who-ablative } { $date } tarihli bir şey yok
headline-last = Önceki son kayıt, { $date }: { $sentence }
headline-lens-empty = Bu gözle bakınca bu gün kayıtta bir şey yok.
more-areas = { $count ->
    [one] bir alan daha
   *[other] { $count } alan daha
}
message-from-to = { $kind }: { $from-ablative } { $to-dative }
talk-between = { $kind }: { $from } ve { $to }
message-from = { $kind }: { $from-ablative }
message-to = { $kind }: { $to-dative }
plate-name = ARAXES
callout-taken = Alındı, { $date }
callout-reported = Kayıtta, { $date }
changed-since = { $date } tarihinden beri değişenler
change-lost = { $party } artık { $areas-accusative } elinde tutan olarak kayıtlı değil
change-unsaid = { $areas }: { $party-ablative } kayıtta artık bir şey yok
change-held = { $areas }: { $held }
change-holder = { $areas }: { $held }, önceden { $before-genitive } denetimindeydi
and-more-messages = { $count ->
    [one] ve bir ileti daha
   *[other] ve { $count } ileti daha
}
projection-name = Lambert konform konik
projection-azimuthal = Lambert eşit alanlı azimut
projection-world = Equal Earth
map-scale = 1 : { $ratio }

# What people take home from a lecture
take-home-map = Harita: { $what }.
handout-what = Bu nedir
handout-about = Sunumun { $count } adımının her biri için bir sayfa: salonun gördüğü hâliyle slayt, bulguları ve dayandığı kayıtlar; sayfa, dipnot ve arşiviyle. Son sayfalar renkleri ve işaretleri açıklar, gösterilen her kaynağı sıralar.
handout-notes-about = Sunumun { $count } adımının her biri için bir sayfa: salonun gördüğü hâliyle slayt, bulguları, konuşmacının notları ve dayandığı kayıtlar; sayfa, dipnot ve arşiviyle. Son sayfalar renkleri ve işaretleri açıklar, gösterilen her kaynağı sıralar.
handout-sheet-about = Çalışma kâğıdı: sunumun { $count } adımının her birinin haritası ve başlık, yanıt ve notlar için satırlar. Sunumun başlıkları ve yanıtları, son haritanın arkasında ayrı bir sayfadadır.
handout-whose = Kimin anlatımı
handout-note = Haritaya ne ölçüde güvenilebilir
handout-map-data = Harita verileri
handout-steps = Adımlar
handout-speaker = Konuşmacının dediği
handout-question = Soru
handout-answer = Yanıt
handout-answers = Başlıklar ve yanıtlar
handout-records = Neye dayanıyor
handout-people = Anılan kişiler ve kurumlar: { $people }
handout-your-headline = Bu harita için sizin başlığınız
handout-your-notes = Notlarınız
handout-how-to-read = Haritalar nasıl okunur
handout-bibliography = Kaynaklar
handout-read = Bu atlas için okundu
handout-named = Okunanın dipnotlarında anılıyor; bu atlas görmedi
slides-answer-title = { $headline } – yanıt
slides-records = Kayıtlar: { $records }
page-not-translated = (çevrilmedi)
page-legend = Haritada
page-languages = Dil
page-steps = Adımlar
page-previous = Geri
page-next = İleri
page-go-to = Bir adıma git
language-en = English
language-az = Azərbaycanca
language-tr = Türkçe
language-ru = Русский
language-hy = Հայերեն

# The presenter's view of a lecture
presenter = Sunucu görünümü
presenter-pause = Durdur
presenter-start = Başlat
presenter-reset = Sıfırla
presenter-black = Siyah
presenter-white = Beyaz
presenter-short = Kısa sürüm, { $count } dk
presenter-swap = Ekran değiştir
presenter-close = Kapat (P)
presenter-to-slide = Salon bunu görüyor: slayda dön (P)
presenter-not-started = sonraki adımla başlar
presenter-early = { $time } önde
presenter-on-time = zamanında, burada { $time } kaldı
presenter-slow = yavaş: { $time } aşıldı
presenter-late = geç: { $time } aşıldı
presenter-sees-black = Salon siyah ekran görüyor
presenter-sees-white = Salon beyaz ekran görüyor
presenter-sees-detour = Salon yan yolu görüyor; Enter geri döner
presenter-step = Adım { $step } / { $count } · planlanan bitiş { $time }
presenter-next = İleri
presenter-previous = Geri
presenter-then = Sonra
presenter-then-answer = Sonra yanıt
presenter-end = Son
presenter-notes = Notlar
presenter-larger = Notları büyüt
presenter-smaller = Notları küçült
presenter-no-notes = Bu adımın notu yok.
presenter-asks = Salona sorun
presenter-answers = Yanıt

# What people take home from a lecture, from the window
take-home = Yanına al
take-home-tour = Sunum
take-home-no-tour = Bu atlasta sunum yok
take-home-handout = Ders notu (PDF)
take-home-handout-about = A4, her adıma bir sayfa; kayıtlar, işaretler ve kaynaklarla
take-home-sheet = Öğrenci kâğıdı (PDF)
take-home-sheet-about = Yazı satırlarıyla haritalar; başlıklar ve yanıtlar sondaki bir sayfada
take-home-slides = Slaytlar (PPTX)
take-home-slides-about = Başlıklı resimler ve konuşmacının notları, ofis programları için
take-home-page = Tarayıcı sayfası (HTML)
take-home-page-about = Sunumu ağ bağlantısı olmadan oynatan tek dosya
take-home-notes = Konuşmacının notlarıyla
take-home-progress = { $step } / { $count }
take-home-cancel = İptal
take-home-cancelled = İptal edildi; hiçbir şey yazılmadı
take-home-lecture = Sunumun ders notu, slaytları ya da sayfası…

# Making a tour
tour-new-title = Sunumum
tour-copy-title = { $title }, benim kopyam
tour-kept = “{ $title }” içinde { $step }. adım olarak alındı. Ctrl+Z geri alır.
tour-left-day = Karşılaştırmanın ikinci günü alınmadı: bir adımın tek günü vardır.
tour-left-maps = Mini haritalar alınmadı: bir adımda bir ya da iki harita vardır.
tour-has-faults = { $path } hatalı; hiçbir şeyi açılmadı:
tour-unsaved = Kaydedilmemiş çalışma, { $time }: “{ $title }”
settings-unreadable = Ayarlar okunamadı. { $path } dosyasında duruyor; program ayarsız başlıyor.
settings-not-kept = { $path } dosyasındaki ayarlar okunamadı, dosyaya başka ad da verilemedi: sıradaki değişiklik üzerlerine yazılacak.
tour-unsaved-unreadable = Kaydedilmemiş çalışma okunamadı. { $path } dosyasında duruyor: { $error }
tour-restore = Geri yükle
tour-discard = At
tour-none = Haritanın gösterdiğini bir sunumun ilk adımı olarak almak için K’ye basın.
tour-keep = Bu görünümü al (K)
tour-preview = Önizleme (F5)
tour-save = Kaydet
tour-save-as = Yeni adla…
tour-open = Aç…
tour-open-it = Aç
tour-new = Yeni
tour-close = Kapat
tour-cancel = İptal
tour-path = Dosya
tour-replace-ask = { $path } dosyası zaten var.
tour-replace = Üzerine yaz
tour-keep-file = O dosya kalsın
tour-give-up-ask = Sunumda kaydedilmemiş değişiklikler var.
tour-save-first = Önce kaydet
tour-give-up = Değişiklikleri at
tour-title = Sunumun başlığı
tour-length = { $count ->
    [one] bir adım
   *[other] { $count } adım
}, yaklaşık { $minutes } dk
tour-changed = henüz kaydedilmedi
tour-no-headline = Henüz başlık yok
tour-up = Üste
tour-down = Alta
tour-duplicate = Çoğalt
tour-delete = Sil
tour-take-view = Bu görünümü al
tour-headline = Başlık
tour-caption = Altyazı
tour-notes = Notlar, yalnız sizin için
tour-ask = Salona soru
tour-reveal = Yanıt
tour-words = { $count } / { $limit } sözcük
tour-words-many = { $count } / { $limit } sözcük: son sıra bu kadarını okuyamaz
tour-words-few = { $count } / { $limit } sözcük: yarım dakikadan az
tour-fills = Renkler
tour-cut = Kesme
tour-fade = Solma
tour-move = Kayma
tour-opening = İlk slayt
tour-day = Gün
tour-closing = Son slayt
tour-callouts = Haritadaki sözler
tour-callout = { $area } üzerine, en çok 8 sözcük
tour-callout-add = { $area-dative } ekle
tour-callout-none = Renkli bir yöre ya da bir kayıt seçin
tour-callout-remove = Kaldır
tour-short = Kısa sürümde
tour-dwell = Kendi oynarken

# The menu of lectures
tours-of-atlas = Sunum yap
tours-own = Kendi sunumlarınız
tours-make = Sunum hazırla
tours-changes = Değişim değişim, şimdiki mercekle
tours-start = { $title } · { $count } adım, yaklaşık { $minutes } dk
tours-start-short = { $title }, kısa · { $minutes } dk
tours-edit = “{ $title }” sunumunu değiştir
tours-keep = Bu görünümü adım olarak al
tours-editor = Sunum düzenleyicisini göster ya da gizle
tours-new = Yeni sunum
tours-copy = Değiştirmek için “{ $title }” kopyası

# The kiosk: words of an atlas that brings none of its own
kiosk-days = Bir şeyin olduğu günler
kiosk-day-before = Önceki gün
kiosk-day-after = Sonraki gün
kiosk-step-before = Geri
kiosk-step-after = İleri
kiosk-answer = Yanıt
kiosk-scene-end = Yeniden seç
kiosk-again = Baştan başla
kiosk-scenes = Sahneler
kiosk-how-to-read = Bu nasıl okunur
kiosk-choices = Kolay kullanım
kiosk-choices-title = Kolay kullanım
kiosk-plain = Yalın dil
kiosk-larger-text = Büyük yazı
kiosk-contrast = Güçlü karşıtlık
kiosk-less-motion = Az hareket
kiosk-low-reach = Her şey el altında
kiosk-words = Sözlerle harita
kiosk-free-map = Bütün harita
kiosk-free-map-about = Her gün ve her yer: istediğinize dokunun.
kiosk-held = Kimin elindeydi
kiosk-list = Haritadaki her şeyin listesi
kiosk-which = Hangisini kastettiniz?
kiosk-close = Kapat
kiosk-more = Devamı
kiosk-less = Kısalt
kiosk-text-next = Devam et
kiosk-text-first = Başa dön
kiosk-still-here = Hâlâ burada mısınız?
kiosk-stay = Hâlâ buradayım
kiosk-open-title = Kiosk açılsın mı?
kiosk-open-about = Kiosk ekranı doldurur ve yalnız dokunmaya yanıt verir. Buraya dönüş: { $keys }.
kiosk-open = Kiosku aç
kiosk-open-not = Burada kal
kiosk-touch = Başlamak için dokunun
kiosk-question = Kim istedi, kim elinde tuttu?
kiosk-after-scene = Harita artık sizin: bir yere, bir güne, bir başkente dokunun.
kiosk-everyone = Herkes
kiosk-chip-everyone = Bu günün bütün iddiaları, yan yana
kiosk-chip-everyone-plain = Kim dedi: bu toprak bizim?
kiosk-chip-of = Kayda göre { $name-genitive } her yöre için istediği
kiosk-sample-solid = Tam renk
kiosk-sample-solid-about = Bir taraf yörenin kendisinin olduğunu söylüyor ve haberlere göre orayı elinde de tutuyor.
kiosk-sample-solid-about-plain = Tamamı renkli: bu taraf burayı istiyor, burası da onun elinde.
kiosk-sample-pattern = Çizgi ya da desen
kiosk-sample-pattern-about = Sözle istendi, verildi ya da ihtilaflı sayıldı. Toprağın kimde olduğunu desen söylemez.
kiosk-sample-pattern-about-plain = Çizgi ya da desen: yalnız söz. Birisi böyle olsun dedi.
kiosk-sample-ribbon = Kenarın içindeki şerit
kiosk-sample-ribbon-about = Haberlere göre yöreyi kimin birlikleri elinde tutuyordu. Üzerindeki harf tarafı gösterir.
kiosk-sample-ribbon-about-plain = Renkli şerit: bildirilenlere göre burası kimin askerlerinin elindeydi.
kiosk-sample-possible = Boş veya noktalı: belki
kiosk-sample-possible-about = Gün, yer ya da elinde tutan kesin değil, ya da haber eskimiş.
kiosk-sample-possible-about-plain = Boş veya noktalı: belki. Kesin bilmiyoruz.
kiosk-who-says-so = Bunu kim söylüyor?
kiosk-works = Kitaplar ve yazılar
kiosk-archives = Andıkları arşivler
kiosk-voices = Başka sesler de var
kiosk-voices-lead = Kaynak bunları anıyor. Bu atlas hiçbirini görmedi.
kiosk-voices-lead-plain = Başka kitaplar ve yazılar. Biz onları okumadık.

# The cards of the kiosk
kiosk-card-who = Kim
plain-kiosk-card-who = Kim?
kiosk-card-how-sure = Ne kadar kesin
plain-kiosk-card-how-sure = Kesin mi?
kiosk-card-word = Kimin sözüyle
plain-kiosk-card-word = Bunu kim söylüyor?
kiosk-sentence = { $sentence }.
kiosk-perhaps = belki { $sentence }
kiosk-possibly = belki: { $sentence }
kiosk-plain-of-area = { $area } için: { $sentence }
kiosk-term = { $term }: { $sentence }
kiosk-from-to = { $from-ablative } { $to-dative }
kiosk-troops-under = { $leader } komutasındaki { $troops }
kiosk-whereabouts = { $certainty ->
    [possible] belki { $place }
   *[other] { $place }
}
kiosk-sure-of = { $who } – { $sure }
kiosk-said = { $date } tarihli söz
plain-kiosk-said = söylendiği gün: { $date }
kiosk-if = bir koşulla
plain-kiosk-if = yalnız bir koşulla
kiosk-no-arrival = varış bildirilmiyor
plain-kiosk-no-arrival = kimse geldiklerini bildirmiyor
kiosk-no-holder = elinde tutanın adı verilmiyor
plain-kiosk-no-holder = kimsenin adı verilmiyor
kiosk-no-party = tarafı belirtilmeyen birlikler
plain-kiosk-no-party = askerler; kimin oldukları söylenmiyor
kiosk-no-sender = gönderen belirtilmiyor
plain-kiosk-no-sender = kimin gönderdiği söylenmiyor
kiosk-nobody-named = adıyla kimse yok
plain-kiosk-nobody-named = adıyla kimse yok
kiosk-the-author = yazarın anlatımı
plain-kiosk-the-author = yazar
kiosk-nobody = kayıtta kimse yok
plain-kiosk-nobody = hiç kimse
kiosk-silence = sessizlik yanıt değildir
plain-kiosk-silence = yazılı bir şey olmaması, bir şey olmadı demek değildir
kiosk-all-kept = bütün anlatımlar korunuyor, hiçbiri yeğlenmiyor
plain-kiosk-all-kept = hepsini gösteriyoruz
kiosk-nothing-claimed = bu gün için kayıtta iddia ve elinde tutan yok
plain-kiosk-nothing-claimed = bu gün için yazılı bir şey yok
kiosk-nothing-held = bu gün için kayıtta elinde tutan yok
plain-kiosk-nothing-held = bu gün kimin elinde olduğu yazılı değil
kiosk-nothing-said = bu güne kadar kayıtta söz yok
plain-kiosk-nothing-said = bu toprak için yazılı bir şey yok
kiosk-nothing-here = bu güne kadar burası için bir şey anlatılmıyor
plain-kiosk-nothing-here = burası için bir şey anlatılmıyor
kiosk-nothing-named = yol göstersin diye haritada; burada kullanılan hiçbir kaynak onu anmıyor
plain-kiosk-nothing-named = yol göstersin diye haritada
kiosk-nothing-of-party = bu yöreler için bu güne kadar kayıtta kendi sözü yok
plain-kiosk-nothing-of-party = bu topraklar için yazılı bir şey yok
kiosk-nothing-that-day = kayıtta bu güne tarihli bir şey yok
plain-kiosk-nothing-that-day = bu gün için yazılı bir şey yok
kiosk-last-told = önceki son anlatım, { $date }: { $sentence }
plain-kiosk-last-told = daha önce, { $date }: { $sentence }
kiosk-last-said = önceki son söz, { $date }: { $sentence }
plain-kiosk-last-said = daha önce, { $date }: { $sentence }
kiosk-more-answers = Ve { $count } tane daha.
plain-kiosk-more-answers = Daha var: { $count }.
kiosk-party-silent = { $area } için kayıtta kendi sözü yok; { $sentence }
plain-kiosk-party-silent = { $area } için yazılı bir şey yok; { $sentence }
kiosk-plain-count = { $who-dative } göre { $strength }
kiosk-more-troops = Burada bildirilen birlikler
plain-kiosk-more-troops = Bildirilen askerler
kiosk-more-last = Son söylenen
plain-kiosk-more-last = Son söylenen
kiosk-more-others = Başkaları diyor ki
plain-kiosk-more-others = Başkaları diyor ki
kiosk-more-condition = Koşulla
plain-kiosk-more-condition = Ancak şöyle olursa
kiosk-more-read-in = Okunduğu yer
plain-kiosk-more-read-in = Nerede yazılı
kiosk-more-words = Sözler
plain-kiosk-more-words = Zor sözler
kiosk-more-whole = Tam metin
plain-kiosk-more-whole = Bütün cümle
kiosk-more-day = Bu gün
plain-kiosk-more-day = Bu gün
kiosk-more-twice = Birden çok biçimde anlatılıyor
plain-kiosk-more-twice = Birden çok biçimde anlatılıyor
kiosk-more-reports = Başka haberler
plain-kiosk-more-reports = Başka haberler
kiosk-more-stated = Söylediği
plain-kiosk-more-stated = Her yer için dediği
kiosk-more-note = Dikkat
kiosk-more-letters = Günün iletileri
plain-kiosk-more-letters = Bu günün mektupları
kiosk-more-tellings = Anlatımlar
plain-kiosk-more-tellings = Şöyle anlatılıyor
kiosk-kind-district = yöre
kiosk-district-named = { $name } yöresi
kiosk-kind-capital = başkent
kiosk-kind-city = şehir
kiosk-kind-town = kasaba
kiosk-kind-village = köy
kiosk-kind-station = tren istasyonu
kiosk-kind-pass = geçit
kiosk-kind-bridge = köprü
kiosk-kind-peak = dağ
kiosk-kind-front = cephe
kiosk-kind-region = bölge
kiosk-kind-country = ülke
kiosk-kind-river = ırmak
kiosk-kind-railway = demiryolu
kiosk-kind-line = hat
kiosk-kind-monastery = manastır
kiosk-kind-unit = birlik
kiosk-kind-message = ileti
kiosk-kind-event = olay
kiosk-kind-claim = söz
kiosk-kind-held = elinde tutan
kiosk-kind-day = bu gün
kiosk-this-day = Bu gün
kiosk-sure-document = kendi iletilerinden
kiosk-sure-narrative = yazar anlatıyor
kiosk-sure-gloss = yazar böyle anlıyor
kiosk-sure-inference = yaptıklarından çıkarıldı
kiosk-sure-author = yazar böyle düşünüyor
kiosk-sure-told = bunu { $who-ablative } biliyoruz
kiosk-sure-possible = belki: gün kesin değil
kiosk-sure-old = belki: haber birkaç gün eski
kiosk-sure-undated = gün bilinmiyor
kiosk-plain-claims = { $party } dedi ki: bu toprak bizim
kiosk-plain-assigns = { $party } buranın { $to-dative } verilmesini istedi
kiosk-plain-recognises = { $party } buranın { $to-dative } ait olduğunu söyledi
kiosk-plain-disputed = { $party } dedi ki: burası için iki taraf tartışıyor
kiosk-plain-renounces = { $party } buradan vazgeçmeyi önerdi
kiosk-plain-renounces-to = { $party } burayı { $to-dative } bırakmayı önerdi
kiosk-plain-presses = { $party }, { $of-genitive } buradan vazgeçmesini istedi
kiosk-plain-autonomy = { $party } buranın kendi kendini yönetmesini istedi
kiosk-plain-occupy = { $party }, { $troops-genitive } buraya gitmesini istedi
kiosk-plain-occupy-own = { $party } buraya kendi askerlerinin gitmesini istedi
kiosk-plain-evacuate = { $party }, { $troops-genitive } buradan çekilmesini istedi
kiosk-plain-declines = { $party } dedi ki: askerlerimiz burayı almayacak
kiosk-plain-opposes = { $party }, { $by-genitive } burayı almasını istemedi
kiosk-plain-opposes-own = { $party } burayı almak istemedi
kiosk-plain-opposes-any = { $party } kimsenin burayı almasını istemedi
kiosk-plain-held = { $troops } burayı elinde tuttu
kiosk-plain-held-part = { $troops } buranın bir kısmını elinde tuttu
kiosk-plain-stands = { $unit } { $spot } bulunuyordu
kiosk-plain-arrives = { $unit } { $place-dative } geldi
kiosk-plain-leaves = { $unit } { $place-ablative } ayrıldı
kiosk-plain-bound-for = { $unit } { $place-dative } gidiyordu
kiosk-plain-ordered = { $unit } { $place-dative } gitme emri aldı
kiosk-plain-expected = { $unit } { $spot } bekleniyordu
kiosk-plain-potential = { $unit } { $spot } toplanabilirdi
kiosk-plain-somewhere = { $unit }: yeri anlatılmıyor

## What a record holds: labels of further fields, and the words of the package format
fact-parent = İçinde olduğu yöre
fact-echelon = Kademe
fact-arm = Sınıfı
fact-commander = Komutanı
fact-joined = Tek birlik sayılıyor
fact-troops = Birliklerinin adı
fact-letter = Harfi
fact-slot = Renk sırası
fact-language = Dili
fact-capital = Başkentlerden biri
fact-lens = Görünümü sunuluyor
fact-seat = Merkezi
fact-called = Cümledeki adı
fact-described = Adı yalnız betimliyor
fact-context = Yalnız yön bulmak için
fact-place_rank = Haritadaki büyüklüğü, 1 en büyük
fact-author = Yazar
fact-editor = Yayıma hazırlayan
fact-container-title = İçinde yayımlandığı
fact-volume = Cilt
fact-issue = Sayı
fact-page = Sayfa
fact-publisher = Yayınevi
fact-publisher-place = Yayın yeri
fact-issued = Yayım tarihi
fact-accessed = Erişim tarihi
fact-archive = Arşiv
fact-archive-place = Arşivin yeri
fact-archive_location = Arşivdeki yeri
fact-type = Türü
word-kind-body = kurum ya da kurul
word-kind-person = kişi
word-kind-capital = başkent
word-kind-city = şehir
word-kind-town = kasaba
word-kind-village = köy
word-kind-station = tren istasyonu
word-kind-pass = geçit
word-kind-bridge = köprü
word-kind-peak = dağ
word-kind-front = cephe
word-kind-region = bölge
word-kind-country = ülke
word-kind-river = ırmak
word-kind-railway = demiryolu
word-kind-line = hat
word-kind-monastery = manastır
word-kind-stands = bulunuyor
word-kind-arrives = geldi
word-kind-leaves = ayrıldı
word-kind-bound-for = yolda
word-kind-ordered = gitme emri aldı
word-kind-expected = bekleniyor
word-kind-potential = toplanabilir
word-authority-decision = karar verir
word-authority-official = resmî
word-authority-individual = kişisel
word-echelon-army = ordu
word-echelon-corps = kolordu
word-echelon-division = tümen
word-echelon-brigade = tugay
word-echelon-regiment = alay
word-echelon-battalion = tabur
word-echelon-company = bölük
word-echelon-detachment = müfreze
word-echelon-delegation = heyet
word-arm-infantry = piyade
word-arm-cavalry = süvari
word-arm-artillery = topçu
word-arm-mixed = birkaç sınıf
word-arm-machine-guns = makineli tüfek
word-arm-train = zırhlı tren
word-arm-militia = milis ya da gönüllü
word-arm-navy = gemi
word-arm-air = uçak
word-extent-whole = tamamı
word-extent-part = bir kısmı
word-about-identity = kim olduğu
word-about-place = yer
word-about-answer = yanıt
word-about-stance = tutum
word-about-wording = sözlerin biçimi
word-about-holder = elinde tutan
word-about-strength = mevcut
word-about-figures = sayılar
word-about-date = tarih
word-stance-claims = hak iddia ediyor
word-stance-assigns = verilmesini istiyor
word-stance-recognises = ait sayıyor
word-stance-disputed = ihtilaflı diyor
word-stance-renounces = vazgeçiyor
word-stance-presses = vazgeçilmesini istiyor
word-stance-autonomy = özerklik istiyor
word-stance-occupy = birlik istiyor
word-stance-evacuate = çekilme istiyor
word-stance-declines = asker sokmayacak
word-stance-opposes = karşı çıkıyor

## Kinds of records in the log, at most 13 letters
log-kind-message = ileti
log-kind-claim = iddia
log-kind-control = denetim
log-kind-unit = birlik
log-kind-event = olay
log-kind-person = kişi
log-kind-place = yer
log-kind-contradiction = çelişki

## Names in a case of which the atlas has no form
name-genitive = { $name } tarafının
name-dative = { $name } tarafına
name-accusative = { $name } yöresini
name-locative = { $name } yöresinde
name-ablative = { $name } tarafından
name-instrumental = { $name } ile
