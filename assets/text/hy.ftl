# Every word of the interface, in English.
app-name = Araxes
lecture = Դասախոսություն
kiosk = Կիոսկ
lens-claims = Հավակնություն
lens-control = Վերահսկում
lens-title-claims = Ով էր հավակնում
lens-title-control = Ով էր վերահսկում
lens-title-of = { $name-genitive } աչքերով
lens-told = { $lens }՝ { $who-genitive } պատմածով
a-voice = Ում ձայնը…
old-style = { $date } հին տոմարով
what-changed = Ինչ է փոխվել
nothing-changed = Նախորդ օրվանից ոչ մի պատասխան և ոչ մի վերահսկող չի տարբերվում
nothing-changed-between = Առաջին օրից մինչև վերջինը ոչ մի պատասխան և ոչ մի վերահսկող չի տարբերվում
lens-named = Տեսանկյուն՝ { $name }
nothing-selected = Սեղմեք որևէ շրջան՝ կարդալու, թե ում խոսքով ունի իր գույնը։ Քաշեք ժամանակագիծը կամ սեղմեք բացատ ստեղնը՝ տեսնելու, թե ինչպես է այն փոխվում։ F1 ստեղնը բացատրում է բոլոր նշաններն ու ստեղները։
of-the-day = Այս օրը
no-statement = գրառված խոսք չկա
hearsay = ինչպես պատմում է { $who-subject }
possibly = հնարավոր է
inherited = ասված է { $area-genitive } մասին
condition = պայման
since = { $date }-ից
begun-between = սկսված { $from }-ի և { $to }-ի միջև
said = ասված { $date }-ին
undated = թվագրված չէ
as-of = դրությամբ՝ { $date }
possibly-so = Հնարավոր է՝ { $what }
possibly-when = Հնարավոր է, { $when }՝ { $sentence }
record-ends = Գրառումներն այստեղ ավարտվում են
record-covers = Այս ատլասն ընդգրկում է { $from }-ից մինչև { $to }-ը ընկած ժամանակը։ Հետո եկածն այստեղ չկա։
record-covers-epilogue = Այս ատլասն ընդգրկում է { $from }-ից մինչև { $to }-ը ընկած ժամանակը, որոշ գրառումներով՝ մինչև { $end }-ը։ Հետո եկածն այստեղ չկա։
some-time-after = { $date }-ից հետո
not-after = { $date }-ից ոչ ուշ
outline = Անուններ և ուրվագիծ
undated-records = Չթվագրված. գրառված է, բայց ոչ մի օրով
undated-of-day = Չթվագրված. գուցե այս օրվա
possibly-of-day = Հնարավոր է՝ այս օրը
until = մինչև { $date }-ը
message = Ուղերձ
stance = Դիրքորոշում
read-in = Կարդացված է
cites = Հղում է
cite-author-year = { $author } { $year }
cite-page = էջ { $page }
cite-pages = { $count ->
    [one] էջ { $pages }
   *[other] էջ { $pages }
}
cite-note = ծան. { $note }
cite-note-elsewhere = ծան. { $note } (տպված է էջ { $page })
cite-no-note = ծան. չկա
# A record as a footnote that names the document first: “Chicherin to Orjonikidze, telegram, 3 July 1920,
# RGASPI f. 64, op. 1, d. 21, l. 3–3v, in İsmayılov 2019, 174 n. 20.”
footnote = { $parts }։
footnote-message = { $from }՝ { $to-dative }, { $kind }, { $date }
footnote-message-from = { $from }, { $kind }, { $date }
footnote-message-to = { $kind } { $to-dative }, { $date }
footnote-message-alone = { $kind }, { $date }
footnote-statement = { $who }՝ { $what }, { $date }
footnote-record = { $what } ({ $date })
footnote-page-note = { $page }, ծան. { $note }
footnote-original-in = { $original }, ըստ՝ { $work }
footnote-in = { $work }
register-claim = { $sentence } ({ $voices })
area-not-named = տարածքը չի անվանվում
not-seen = այս ատլասը չի տեսել
held-by = Վերահսկող
others-on-day = Ուրիշները, { $date }
only-possible = Այս օրը միայն հնարավոր է
all-fields = Գրառման ամբողջ պարունակությունը
other-reports = Այլ հաղորդումներ
report = Հաղորդում
sent-or-received = Ուղարկված կամ ստացված
seat-of = { $party-genitive } նստավայրը
view-changes = Ինչ է փոխվել
view-whole = Մեծացնել
view-below = Քարտեզի տակ
more-views = Այլ…
key = Նշաններ
show-key = Ծալել կամ բացել նշանների ցանկը
next-sign = Քարտեզի հաջորդ նշանը՝ ընթերցման կարգով
previous-sign = Նախորդ նշանը
ui-larger = Մեծացնել ամեն ինչ
ui-smaller = Փոքրացնել ամեն ինչ
ui-usual = Սովորական չափ
type-a-name = Գրեք անուն
no-party = Ոչ մի կողմի անունից
lens-blank = Այս տեսանկյունից այս օրվա համար գրառված ոչինչ չկա։ Գրառում կա այլ տեսանկյուններից՝
lens-blank-all = Ոչ մի տեսանկյունից այս օրվա համար գրառված ոչինչ չկա։
days-a-second = { $count ->
    [one] 1 օր/վրկ
   *[other] { $count } օր/վրկ
}
seconds-a-day = 1 օր՝ { $seconds } վրկ
records-of-day = { $count ->
    [one] այս օրվա մեկ գրառում
   *[other] այս օրվա { $count } գրառում
}
epilogue-about = Անցում՝ { $days }
key-time-line = Ժամանակագիծ. շերտերից վերև սյունն այնքան բարձր է, որքան գրառում ունի օրը։ Շերտի մեջ գծիկն այդ օրվա գրառում է, մուգ ժապավենը՝ օրեր, երբ գրառումը հաստատ ուժի մեջ է, գունատը՝ օրեր, որոնցը կարող է լինել։
changes-count = { $count ->
    [one] մեկ տարբերություն
   *[other] { $count } տարբերություն
}
changes-with-papers = Առաջ և հետո՝ թղթերով
told-two-ways = Պատմված է մեկից ավելի ձևով
told-in-ways = { $count ->
    [one] Պատմված է մեկ ձևով
   *[other] Պատմված է { $count } ձևով
}
words-used = Այստեղ գործածված բառեր
groups = Մտնում է
of-this-party = Այս կողմի
named-in-claims = Նշված է հավակնություններում
holdings = Հաղորդվում է որպես վերահսկող
holdings-denied = Հաղորդվում է, որ չի վերահսկել
came-from-here = Եկել է այստեղից
dated-by-it = Սրանով է թվագրված
yes = այո
quoted = «{ $words }»
counted-by = { $number }, ըստ { $who-genitive }
fit-direct = ծանոթագրությունը նախադասության մոտ է
fit-passage = ծանոթագրությունն ավելի ուշ է և կարող է վերաբերել նախադասությանը
fit-none = նախադասությանը ծանոթագրություն չի վերաբերում
fact-kind = Տեսակ
fact-term = Եզր
fact-short = Կարճ
fact-sentence = Իմաստ
fact-forms = Գրվում է նաև
fact-title = Վերնագիր
fact-gist = Ինչ է ասում
fact-names = Անուններ
fact-sent = Ուղարկվել է
fact-when = Ամսաթիվ
fact-as_written = Ինչպես գրված է
fact-calendar = Տոմար
fact-earliest = Ոչ վաղ, քան
fact-latest = Ոչ ուշ, քան
fact-until = Գործելու վերջին օրը
fact-after = Հետո
fact-before = Առաջ
fact-received = Ստացված
fact-deadline = Վերջնաժամկետ
fact-from = Ումից
fact-to = Ում
fact-addressee_as_written = Հասցեատերը՝ ինչպես գրված է
fact-voices = Ում խոսքն է
fact-stance = Դիրքորոշում
fact-stance_as_written = Դիրքորոշումը՝ ինչպես գրված է
fact-by = Ում կողմից
fact-of = Ումից
fact-condition = Պայման
fact-message = Ասված է
fact-message_doubtful = Կասկածելի է, որ այս ուղերձն է ասում
fact-rank = Մեկ օրվա խոսքերի հերթականությունը
fact-holder = Վերահսկող
fact-holder_as_written = Վերահսկողը՝ ինչպես գրված է
fact-not = Չի վերահսկում
fact-extent = Չափ
fact-area = Տարածք
fact-area_as_written = Տարածքը՝ ինչպես գրված է
fact-at = Վայր
fact-at_as_written = Վայրը՝ ինչպես գրված է
fact-strength = Թվաքանակ
fact-about = Ինչի մասին
fact-claims = Ասում է
fact-reply_to = Պատասխանում է
fact-people = Ով
fact-places = Որտեղ
fact-records = Գրառումներ
fact-sources = Աղբյուրներ
fact-tellings = Պատումներ
fact-handling = Ինչպես է ցույց տալիս ատլասը
fact-mark = Նշված է քարտեզին
fact-basis = Հիմքը
fact-told_by = Ում խոսքով
fact-reason = Ինչու այդ կշիռը
fact-note = Նշում
fact-plain = Պարզ բառերով
fact-in_plain_words = Պարզ բառերով
fact-party = Կողմ
fact-authority = Կշիռ
fact-offices = Պաշտոն
fact-precision_km = Դիրքի ճշտությունը, կմ
fact-coordinate_source = Դիրքի աղբյուրը
fact-height_m = Բարձրությունը, մետր
fact-height_source = Բարձրության աղբյուրը
fact-area_km2 = Ուրվագծի մակերեսը, կմ²
fact-historical_area_km2 = Ժամանակին տպված մակերեսը, կմ²
fact-historical_area_source = Տպված է
word-basis-document = փաստաթուղթ. աղբյուրը հաղորդում է փաստաթղթի խոսքերը
word-basis-narrative = շարադրանք. պատմում է աղբյուրի հեղինակը
word-basis-gloss = մեկնաբանություն. հեղինակի ընթերցումը, թե ում կամ ինչ նկատի ունի փաստաթուղթը
word-basis-inference = եզրակացություն. բխեցված է արվածից
word-basis-author = հեղինակ. աղբյուրի հեղինակի դատողությունը
word-calendar-new = նոր տոմար
word-calendar-old = հին տոմար
reports-without-room = { $count ->
    [one] զորքերի մասին մեկ հաղորդման համար այստեղ տեղ չկա
   *[other] զորքերի մասին { $count } հաղորդման համար այստեղ տեղ չկա
}
troops = Զորքեր
messages = Ուղերձներ
claims = Հավակնություններ
control = Վերահսկում
units = Զորքեր
events = Դեպքեր
play = Սկսել
pause = Դադար
previous-day = Նախորդ օր
next-day = Հաջորդ օր
previous-change = Նախորդ փոփոխություն
next-change = Հաջորդ փոփոխություն
zoom-in = Մոտեցնել
zoom-out = Հեռացնել
zoom-home = Ամբողջ քարտեզը
type-date = Գրեք ամսաթիվ
returning = Վերադարձ սկիզբ՝ { $seconds } վ
step-of = { $step } / { $count }
slide-on-the-map = Քարտեզին
slide-letters-open = ուրիշների պատմած կամ միայն հնարավոր
slide-told-by = { $words }, ըստ { $who-genitive }
slide-claimed = { $certainty ->
    [possible] { $parties-genitive } հնարավոր հավակնությունը
   *[other] { $parties-genitive } հավակնությունը
}
slide-assigns = { $certainty ->
    [possible] հնարավոր է, որ պետք է տրվի { $parties-dative }
   *[other] պետք է տրվի { $parties-dative }
}
slide-recognises = { $certainty ->
    [possible] հնարավոր է, որ { $parties-dative } պատկանող է կոչվում
   *[other] { $parties-dative } պատկանող է կոչվում
}
slide-disputed = { $certainty ->
    [possible] հնարավոր է, որ կոչվում է վիճելի
   *[other] կոչվում է վիճելի
}
slide-renounced = { $certainty ->
    [possible] հնարավոր է՝ հավակնությունից հրաժարվելու առաջարկ
   *[other] հավակնությունից հրաժարվելու առաջարկ
}
slide-pressed = { $certainty ->
    [possible] հնարավոր է, որ ուրիշները պետք է հրաժարվեն
   *[other] ուրիշները պետք է հրաժարվեն
}
slide-autonomy = { $certainty ->
    [possible] հնարավոր է, որ ուզում են ինքնավարություն
   *[other] ուզում են ինքնավարություն
}
slide-occupy = { $certainty ->
    [possible] հնարավոր է, որ { $troops-genitive } մուտքն են ուզում
   *[other] { $troops-genitive } մուտքն են ուզում
}
slide-evacuate = { $certainty ->
    [possible] հնարավոր է, որ { $troops-subject } պետք է հեռանան
   *[other] { $troops-subject } պետք է հեռանան
}
slide-declined = { $certainty ->
    [possible] հնարավոր է, որ { $parties-subject } չի զբաղեցնի
   *[other] { $parties-subject } չի զբաղեցնի
}
slide-opposed = { $certainty ->
    [possible] հնարավոր է, որ դեմ են դրա զբաղեցմանը
   *[other] դեմ են դրա զբաղեցմանը
}
slide-held = { $certainty ->
    [possible] { $parties-genitive } հնարավոր վերահսկումը
   *[other] { $parties-genitive } վերահսկումը
}
speaker-role = { $name }, { $role }
speaker-side = { $name } ({ $party-genitive } կողմ)
speaker-by-kind = { $kind }՝ { $who }
speaker-and-one = { $first } և { $second }
speaker-and-more = { $first } ու ևս { $count ->
    [1] մեկը
   *[other] { $count }-ը
}
days-in-short = { $first } – { $last }
change-tour-opening = Փոփոխություն առ փոփոխություն
change-tour-closing = Այստեղ գրառումներն ավարտվում են
change-tour-last = Այս փոփոխություններից վերջինի օրը՝ { $date }։ Հետո եկածը չի պատմվում։
change-tour-one-of = { $at } / { $count }. { $words }
change-tour-known = Փոխվում է այն, ինչ հայտնի է
change-tour-change = { $areas }. { $words }
change-tour-cut = { $words } …
date-slider = Ամսաթիվ
map = Քարտեզ
claims-mine = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } հավակնում է
   *[other] { $party-subject } հավակնում է
} { $count ->
    [one] դրան
   *[other] դրանց
}
assigns = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } { $to-dative } կտար
   *[other] { $party-subject } { $to-dative } կտար
} { $count ->
    [one] այն
   *[other] դրանք
}
recognises = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } { $to-dative } պատկանող է կոչում
   *[other] { $party-subject } { $to-dative } պատկանող է կոչում
} { $count ->
    [one] այն
   *[other] դրանք
}
disputed = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } վիճելի է կոչում
   *[other] { $party-subject } վիճելի է կոչում
} { $count ->
    [one] այն
   *[other] դրանք
}
renounces = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } հրաժարվում է
   *[other] { $party-subject } հրաժարվում է
} { $count ->
    [one] դրանից
   *[other] դրանցից
}
renounces-to = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } հօգուտ { $to-genitive } հրաժարվում է
   *[other] { $party-subject } հօգուտ { $to-genitive } հրաժարվում է
} { $count ->
    [one] դրանից
   *[other] դրանցից
}
presses = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } ցանկանում է, որ { $of-subject } հրաժարվի
   *[other] { $party-subject } ցանկանում է, որ { $of-subject } հրաժարվի
} { $count ->
    [one] դրանից
   *[other] դրանցից
}
autonomy = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } ցանկանում է
   *[other] { $party-subject } ցանկանում է
} { $count ->
    [one] դրա
   *[other] դրանց
} ինքնավարությունը
occupy = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } ցանկանում է այնտեղ տեսնել { $troops-accusative }
   *[other] { $party-subject } ցանկանում է այնտեղ տեսնել { $troops-accusative }
}
evacuate = { $certainty ->
    [possible] հնարավոր է՝ { $party-subject } ցանկանում է, որ { $troops-subject } հեռանան
   *[other] { $party-subject } ցանկանում է, որ { $troops-subject } հեռանան
}
declines = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } չի զբաղեցնի
   *[other] { $party-subject } չի զբաղեցնի
} { $count ->
    [one] այն
   *[other] դրանք
}
opposes = { $certainty ->
    [possible] հնարավոր է՝ { $party-subject } դեմ է, որ { $by-subject } զբաղեցնի
   *[other] { $party-subject } դեմ է, որ { $by-subject } զբաղեցնի
} { $count ->
    [one] այն
   *[other] դրանք
}
opposes-own = { $certainty ->
    [possible] հնարավոր է՝ { $party-subject } դեմ է, որ { $troops-subject } զբաղեցնեն
   *[other] { $party-subject } դեմ է, որ { $troops-subject } զբաղեցնեն
} { $count ->
    [one] այն
   *[other] դրանք
}
opposes-any = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } դեմ է
   *[other] { $party-subject } դեմ է
} { $count ->
    [one] դրա
   *[other] դրանց
} զբաղեցմանը
held = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } վերահսկում է
   *[other] { $party-subject } վերահսկում է
} { $extent ->
    [part] { $count ->
    [one] դրա մի մասը
   *[other] դրանց մի մասը
}
   *[other] { $count ->
    [one] այն
   *[other] դրանք
}
}
now-nothing = { $party-ablative } այժմ գրառված ոչինչ չկա
held-no-more = { $party-subject } գրառված չէ այլևս որպես { $count ->
    [one] դրա
   *[other] դրանց
} վերահսկող
now-certain = այժմ հաստատ. { $sentence }
no-longer-certain = այլևս հաստատ չէ. { $sentence }
now-own-words = այժմ սեփական խոսքով. { $sentence }
sentence-word = { $sentence }, { $word }
occupy-own = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } ցանկանում է այնտեղ ունենալ իր սեփական զորքերը
   *[other] { $party-subject } ցանկանում է այնտեղ ունենալ իր սեփական զորքերը
}
legend-claimed = { $certainty ->
    [possible] { $parties-genitive } հնարավոր հավակնությունը
   *[other] { $parties-genitive } հավակնությունը
}
legend-claimed-and-held = { $certainty ->
    [possible] { $parties-genitive } վերահսկումը և հնարավոր հավակնությունը
   *[other] { $parties-genitive } հավակնությունը և վերահսկումը
}
legend-claimed-own = { $certainty ->
    [possible] հնարավոր է, որ { $parties-subject } հավակնում է
   *[other] { $parties-subject } հավակնում է
}
legend-assigns = { $certainty ->
    [possible] հնարավոր է, որ պետք է տրվի { $parties-dative }
   *[other] պետք է տրվի { $parties-dative }
}
legend-recognises = { $certainty ->
    [possible] հնարավոր է, որ { $parties-dative } պատկանող է կոչվում
   *[other] { $parties-dative } պատկանող է կոչվում
}
legend-disputed = { $certainty ->
    [possible] հնարավոր է՝ վիճելի
   *[other] վիճելի
}
legend-renounced = { $certainty ->
    [possible] հնարավոր է՝ հրաժարվելու առաջարկ
   *[other] հրաժարվելու առաջարկ
}
legend-pressed = { $certainty ->
    [possible] հնարավոր է, որ ուրիշները պետք է հրաժարվեն
   *[other] ուրիշները պետք է հրաժարվեն
}
legend-autonomy = { $certainty ->
    [possible] հնարավոր է, որ ուզում են ինքնավարություն
   *[other] ուզում են ինքնավարություն
}
legend-occupy = { $certainty ->
    [possible] հնարավոր է, որ այնտեղ { $parties-genitive } զորքեր են ուզում
   *[other] այնտեղ { $parties-genitive } զորքեր են ուզում
}
legend-occupy-own = { $certainty ->
    [possible] հնարավոր է, որ { $parties-subject } ցանկանում է այնտեղ իր զորքերը
   *[other] { $parties-subject } ցանկանում է այնտեղ իր զորքերը
}
legend-evacuate = { $certainty ->
    [possible] հնարավոր է, որ { $parties-genitive } զորքերը պետք է հեռանան
   *[other] { $parties-genitive } զորքերը պետք է հեռանան
}
legend-declined = { $certainty ->
    [possible] հնարավոր է, որ { $parties-subject } չի զբաղեցնի
   *[other] { $parties-subject } չի զբաղեցնի
}
legend-opposed = { $certainty ->
    [possible] հնարավոր է, որ դեմ են զբաղեցմանը
   *[other] դեմ են զբաղեցմանը
}
legend-held = { $certainty ->
    [possible] { $parties-genitive } հնարավոր վերահսկումը
   *[other] { $parties-genitive } վերահսկումը
}
legend-unknown = խոսք չկա
legend-hearsay = դատարկ տառ՝ ուրիշների պատմածով
legend-own-name = շեղատառ՝ անվանումը { $party-genitive } լեզվով
legend-held-by = { $parties-genitive } վերահսկումը
legend-possibly-held-by = { $parties-genitive } հնարավոր վերահսկումը
legend-held-by-both = { $parties-genitive } վերահսկումը, հնարավոր է՝ նաև { $possibly-genitive }
legend-held-in-part = { $party-genitive } մասնակի վերահսկումը, որ մասում՝ չի ասվում
legend-possibly-held-in-part = { $party-genitive } հնարավոր մասնակի վերահսկումը, որ մասում՝ չի ասվում
legend-town-held-by = { $party-genitive } վերահսկած վայր
legend-town-possibly-held-by = Հնարավոր է՝ { $party-genitive } վերահսկած վայր
in-part = մասամբ
legend-unit = զորքեր՝ վերջին հաղորդման տեղում
legend-unit-possible = կետագծով՝ հնարավոր է այնտեղ
legend-message = օրվա ուղերձ
legend-group-wanted = Ուզածը
legend-group-held = Վերահսկում
legend-group-certainty = Որքան հաստատ
legend-group-troops = Զորքեր
legend-group-messages = Ուղերձներ
legend-group-ground = Տեղանք
legend-arm-infantry = հետևակ
legend-arm-cavalry = հեծելազոր
legend-arm-artillery = հրետանի
legend-arm-mixed = մի քանի զորատեսակ
legend-arm-machine-guns = գնդացիրներ
legend-arm-train = զրահագնացք
legend-arm-militia = աշխարհազոր կամ կամավորներ
legend-arm-navy = նավեր
legend-arm-air = ինքնաթիռներ
legend-arm-unstated = զորատեսակը նշված չէ
legend-echelon-army = բանակ
legend-echelon-corps = կորպուս
legend-echelon-division = դիվիզիա
legend-echelon-brigade = բրիգադ
legend-echelon-regiment = գունդ
legend-echelon-battalion = գումարտակ
legend-echelon-company = վաշտ
legend-echelon-detachment = ջոկատ
legend-strength = հարյուր մարդ. թնդանոթ
legend-arrived = շարժումը հաղորդված է որպես կատարված
legend-bound = ճանապարհին է դեպի այնտեղ
legend-no-holder = գրառված վերահսկող չկա
legend-aged = ավելի գունատ՝ ավելի հին հաղորդում
legend-seat = մայրաքաղաք քարտեզից դուրս
legend-boundary-1 = սահման՝ ըստ նկարագրության
legend-boundary-2 = վերակազմված
legend-boundary-3 = գետի կամ լեռնաշղթայի վրա
legend-railway = երկաթուղի
legend-place-capital = մայրաքաղաք
legend-place-town = քաղաք
legend-place-village = գյուղ
legend-place-peak = գագաթ
legend-place-pass = լեռնանցք կամ կամուրջ
legend-twice = պատմված է մեկից ավելի ձևով
place-not-stated = վայրը նշված չէ
day-not-known = օրը հայտնի չէ
report-of = { $unit }՝
message-caption = { $day }, { $kind }՝ { $from } → { $to }
message-caption-to-nobody = { $day }, { $kind }՝ { $from }
person-at = { $person } ({ $place })
fix-arrives = ժամանած
fix-leaves = հեռացած
fix-bound-for = ճանապարհին
fix-ordered = հրամայված է գալ
fix-expected = սպասվում է
fix-potential = կարելի էր հավաքել
message-telegram = հեռագիր
message-letter = նամակ
message-note = նոտա
message-ultimatum = վերջնագիր
message-order = հրաման
message-decision = որոշում
message-speech = ելույթ
message-talk = զրույց
message-phone = հեռախոսազրույց
message-unstated = ուղերձ, ձևը նշված չէ
strength-men = { $n ->
    [one] { $count } մարդ
   *[other] { $count } մարդ
}
strength-bayonets = { $n ->
    [one] { $count } սվին
   *[other] { $count } սվին
}
strength-infantry = { $count } հետևակ
strength-cavalry = { $count } հեծյալ
strength-guns = { $n ->
    [one] { $count } թնդանոթ
   *[other] { $count } թնդանոթ
}
strength-machine-guns = { $n ->
    [one] { $count } գնդացիր
   *[other] { $count } գնդացիր
}
strength-artillerymen = { $n ->
    [one] { $count } հրետանավոր
   *[other] { $count } հրետանավոր
}
strength-officers = { $n ->
    [one] { $count } սպա
   *[other] { $count } սպա
}
strength-battalions = { $n ->
    [one] { $count } գումարտակ
   *[other] { $count } գումարտակ
}
strength-batteries = { $n ->
    [one] { $count } մարտկոց
   *[other] { $count } մարտկոց
}
strength-regiments = { $n ->
    [one] { $count } գունդ
   *[other] { $count } գունդ
}
strength-companies = { $n ->
    [one] { $count } վաշտ
   *[other] { $count } վաշտ
}
strength-trains = { $n ->
    [one] { $count } գնացք
   *[other] { $count } գնացք
}
strength-divisions = { $n ->
    [one] { $count } դիվիզիա
   *[other] { $count } դիվիզիա
}
strength-brigades = { $n ->
    [one] { $count } բրիգադ
   *[other] { $count } բրիգադ
}
strength-ships = { $n ->
    [one] { $count } նավ
   *[other] { $count } նավ
}
strength-aircraft = { $count } ինքնաթիռ
up-to = մինչև { $count }
about = մոտ { $count }
at-least = առնվազն { $count }
from-to = { $from }–{ $to }
named-words = { $name }՝ { $words }
list-comma = { ", " }
list-semicolon = { ". " }
list-and = { $first } և { $last }
thousands = { "\u00A0" }
decimal = ,
# Digits from which thousands are separated.
thousands-from = 4
metres = { $count } մ
kilometres = { $count } կմ
versts = { $count ->
    [one] { $count } վերստ
   *[other] { $count } վերստ
}
miles = { $count ->
    [one] { $count } մղոն
   *[other] { $count } մղոն
}
latitude-north = { $degrees } հս. լ.
latitude-south = { $degrees } հվ. լ.
longitude-east = { $degrees } արլ. ե.
longitude-west = { $degrees } արմ. ե.
year-before = մ.թ.ա. { $year }
full-date = { $year } թ. { $date }
month-year = { $year } թ. { $month }
between-dates = { $from } – { $to }
about-date = մոտավորապես { $date }
day-of-month = { $month } { $day }
weekday-year = { $weekday }, { $year } թ.
month-1 = հունվար
month-of-1 = հունվարի
month-2 = փետրվար
month-of-2 = փետրվարի
month-3 = մարտ
month-of-3 = մարտի
month-4 = ապրիլ
month-of-4 = ապրիլի
month-5 = մայիս
month-of-5 = մայիսի
month-6 = հունիս
month-of-6 = հունիսի
month-7 = հուլիս
month-of-7 = հուլիսի
month-8 = օգոստոս
month-of-8 = օգոստոսի
month-9 = սեպտեմբեր
month-of-9 = սեպտեմբերի
month-10 = հոկտեմբեր
month-of-10 = հոկտեմբերի
month-11 = նոյեմբեր
month-of-11 = նոյեմբերի
month-12 = դեկտեմբեր
month-of-12 = դեկտեմբերի
weekday-1 = Երկուշաբթի
weekday-2 = Երեքշաբթի
weekday-3 = Չորեքշաբթի
weekday-4 = Հինգշաբթի
weekday-5 = Ուրբաթ
weekday-6 = Շաբաթ
weekday-7 = Կիրակի
to-epilogue = Վերջաբան
to-main-part = Վերադառնալ՝ { $years }
from-to-people = { $from } → { $to }
show-troops = Զորքեր
show-messages = Ուղերձներ
show-holders = Վերահսկող
last-message = Դրանից առաջ վերջին ուղերձը՝ { $date }։ { $gist }
lens-about-claims = Այս օրն ուժի մեջ եղած բոլոր հավակնությունները՝ կողք կողքի. հողը վերահսկողն ուրվագծի ներսի ժապավենն է։
lens-about-control = Ով ինչ էր վերահսկում այս օրը՝ ըստ հաղորդումների, ոչ ավելի, քան դրանք ասում են։
lens-about-of = Ամեն շրջանի գույնն ասում է, թե ըստ գրառումների ինչ էր ուզում դրա համար { $name-subject }։
what-was-sent = Ինչ է ուղարկվել այս օրը
nothing-sent = Այս օրով ոչ մի ուղերձ թվագրված չէ
plate-note = Զորքերը դրված են միայն այնտեղ, որտեղ դրանց տեղը նշում է թվագրված հաղորդումը։
plate-state = Այս տեսքը կրկին բացելու համար՝ araxes --state, արժեքը՝ { $state }
source-line = Աղբյուր՝ { $source }
legend-relief = ռելիեֆը գծված է { $km } կմ հեռավորությամբ բարձրություններից
legend-today = այսօրվա սահման
legend-frontier = պետությունների սահման
show-today = Այսօրվա սահմանները
outside = շրջաններից դուրս
boundary = Սահմանը բաժանում է
precision-1 = Գծված ըստ նկարագրության՝ կետագիծ
precision-2 = Վերակազմված՝ գծիկներ
precision-3 = Գետի, լեռնաշղթայի կամ չափագրված սահմանի վրա՝ հոծ գիծ
north = Հս
# The archive desk: what the records go back to, and the list to take to a reading room.
view-archives = Արխիվներ
desk-cited-twice = { $leaf } թերթը հղվում է երկու ծանոթագրությամբ՝ { $first } և { $second }։ Մինչև սա հղելը պետք է ստուգել արխիվում։
desk-sheet-title = Ստուգել արխիվներում՝ { $atlas }
desk-sheet-about = Բոլոր արխիվային գործերը, որոնց հանգում են գրառումները, և պատվիրելու թերթերը։ Այս ատլասը դրանցից ոչ մեկը չի տեսել. դասիչները հղող ծանոթագրություններից են։
desk-sheet-line = { $leaves } – { $what } ({ $days })
desk-sheet-read = Հղված է՝ { $cites }. գրառումներ՝ { $records }
desk-no-leaf = թերթը չի նշվում
desk-file-count = { $count ->
    [one] { $count } գրառում
   *[other] { $count } գրառում
}
desk-printed = Գրքեր, թերթեր և համացանց
desk-nowhere = Ոչ մի արխիվում
desk-nowhere-about = { $all } գրառումից { $count }-ը ոչ մի արխիվի չեն հանգում. կարդացվում են տպագիր կամ միայն բուն աղբյուրում։
desk-twice-count = { $count ->
    [one] երկու անգամ հղված { $count } թերթ
   *[other] երկու անգամ հղված { $count } թերթ
}
desk-for-room = Ընթերցասրահի ցանկ…
# The working list: records that the reader has chosen.
view-list = Աշխատանքային ցանկ
list-star = Ավելացնել աշխատանքային ցանկին կամ հանել
list-add = Ավելացնել աշխատանքային ցանկին
list-remove = Հանել աշխատանքային ցանկից
list-empty = Ցանկը դեռ դատարկ է։ Որևէ գրառման վրա սեղմեք S կամ դրա վերևի աստղը։
list-note = Ձեր նշումը
list-seen-by-me = Ես տեսել եմ
list-seen = տեսված՝ { $date }
list-seen-at = տեսված՝ { $date }, { $shelf }
list-seen-day = Օր
list-shelf-mark = Դասիչ
list-up = Վերև
list-down = Ներքև
list-by-date = Ըստ ամսաթվի
list-undo = Հետարկել
list-export = Պահել ցանկը…
list-copy = Պատճենել հղումները
list-missing = { $record } ({ $title }) այս ատլասում չկա։
list-title = Աշխատանքային ցանկ՝ { $atlas }
list-kept-in = Պահվում է այստեղ՝ { $path }
list-not-kept = Չգրվեց՝ { $error }
list-unreadable = { $path } ֆայլի ցանկը չի կարդացվում և թողնված է անփոփոխ՝ { $error }
list-footnotes = Տողատակի հղումներ
footnote-one = Տողատակի հղում
list-markdown = Markdown
list-bibtex = BibTeX
list-csl = CSL-JSON
export = Արտահանել…
export-to = Պահել որպես
export-save = Պահել
export-copy = Պատճենել նկարը
export-saved = Պահված է՝ { $path }
export-busy = Նկարը պատրաստվում է…
save-choose = Ընտրել…
save-none-chosen = Համակարգի երկխոսությունը տեղ չտվեց։ Ֆայլի տեղը կարելի է գրել վերևում։
save-replace-ask = { $path } ֆայլն արդեն կա։ Փոխարինե՞լ
save-replace = Փոխարինել
save-keep = Թողնել
save-is-folder = { $path }-ը պանակ է․ ֆայլին անուն տվեք
save-no-folder = { $path } պանակ չկա
save-failed = Չպահվեց՝ { $reason }
save-records = Պահել գրառումները
save-records-about = Զտիչներով անցնող բոլոր { $count } գրառումները՝ իրենց օրերով, անկախ ցույց տրվող օրից։
save-archives = Պահել ընթերցասրահի ցանկը
save-list = Պահել աշխատանքային ցանկը
save-bom = Բայթերի կարգի նշանով՝ Excel-ի համար
form-csv = CSV
form-pdf = PDF
show-in-folder = Ցույց տալ պանակում
close-message = Փակել
folder-not-shown = { $folder } պանակը չբացվեց՝ { $reason }
preview-failed = Նախադիտում չկա՝ { $reason }
copy-failed = Չպատճենվեց՝ { $reason }
export-copied = Նկարը սեղմատախտակին է
theme-paper = Թուղթ
theme-night = Գիշեր
theme-print = Տպագիր
theme-high-contrast = Բարձր կոնտրաստ
matrix = Ով ինչ էր ուզում
find = Որոնել՝ ցանկացած գրությամբ
nothing-found = Ոչինչ չգտնվեց
find-reading = Գրառումները կարդացվում են. { $part } %
find-all = Բոլոր { $count } արդյունքները
differences-between = { $from } → { $to }՝ { $count ->
    [one] { $count } տարբերություն
   *[other] { $count } տարբերություն
}
dated-between = Հնարավոր օրերը
report-id = Հաղորդում { $id }
kind-message = ուղերձ
kind-claim = հավակնություն
kind-control = ով էր վերահսկում
kind-unit = զորքեր
kind-event = դեպք
kind-person = անձ
kind-place = վայր
kind-district = շրջան
kind-source = աղբյուր
kind-term = գործածված բառ
kind-contradiction = պատմված է մեկից ավելի ձևով
kind-party = կողմ
from-day-to-day = { $from } – { $to }
not-named = չի նշվում
and-more = ու ևս { $count }
and-areas = Փոխվել է նաև՝ { $areas }
and-more-voices = ու ևս { $count } ձայն
desk = Տեսքեր
view-ribbons = Ժապավեններ
view-strengths = Թվաքանակ
view-network = Ցանց
view-table = Աղյուսակ
view-words = Խոսքերով
chart-matrix = Ով ինչ էր ուզում՝ { $days }
chart-ribbons = Ով ինչ էր ուզում, { $days }
chart-strengths = Որքան ուժեղ էր ամեն ուժն ըստ հաղորդումների, { $days }
chart-network = Ով ում էր գրում, { $days }
month-of-year = { $year } թ. { $month }
months-of-year = { $year } թ. { $from } – { $to }
months-of-years = { $first } թ. { $from } – { $year } թ. { $to }
days-changed = { $count ->
    [one] Միակ օրը, երբ այս քարտեզը փոխվեց
   *[other] { $count } օր, երբ այս քարտեզը փոխվեց
}, { $days }
days-changed-some = Օրերը, երբ այս քարտեզը փոխվեց՝ { $shown } / { $count }, { $days }
days-unchanged = Այս քարտեզը չի փոխվել, { $days }
changed-outlined = Ուրվագծված՝ փոխվել է նախորդ քարտեզից հետո
strengths-note = Մարդիկ՝ ըստ հաղորդումների։ Լցված՝ աղբյուրի սեփական խոսքով։ Դատարկ՝ ուրիշի պատմածով։ Կետագիծ ներքև՝ «մինչև»։ Լայնությամբ՝ հնարավոր օրերը։ Բարձրությունն աճում է որպես թվի քառակուսի արմատ։
strengths-rest = Մարդկանց թվով չհաշվված կամ ցույց տրված օրերից դուրս
network-of = { $count } ուղերձ, { $days }. ով ում էր գրում
nothing-passes = Ոչ մի գրառում չի անցնում գործող զտիչներով
drawn-only-from = Գծված է միայն սրանից՝ { $filter }
only-party = միայն { $name }
only-voice = միայն { $name-genitive } խոսքերը
only-archive = միայն { $name }
only-decision = միայն որոշումներ
only-official = միայն որոշումներ և պաշտոնյաներ
only-individual = բոլոր ձայները
only-no-hearsay = առանց ուրիշի խոսքի
only-documents = միայն փաստաթղթեր
only-certain = միայն հաստատը
only-no-hearsay-about = Բաց է թողնում այն, ինչ հայտնի է միայն ուրիշի հաղորդումից
only-documents-about = Պահում է փաստաթղթի խոսքի վրա հիմնվածը և բաց թողնում այն, ինչ հեղինակը պատմում, մեկնաբանում կամ եզրակացնում է
only-certain-about = Պահում է ցույց տրվող օրը հաստատը և բաց թողնում միայն հնարավորը
without-kind = առանց { $kind ->
    [messages] ուղերձների
    [claims] հավակնությունների
    [control] վերահսկողության
    [units] զորքերի
   *[other] դեպքերի
}
only-telling = միայն պատում { $number }՝ «{ $title }»
twin-title = { $date }։ { $lens }
twin-places = Քաղաքներ և վայրեր
twin-claimed = { $districts }. { $certainty ->
    [possible] գրառված է { $parties-genitive } հնարավոր հավակնությունը
   *[other] գրառված է { $parties-genitive } հավակնությունը
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-claimed-own = { $districts }. { $certainty ->
    [possible] հնարավոր է, որ { $who-subject } հավակնում է
   *[other] { $who-subject } հավակնում է
} { $count ->
    [one] դրան
   *[other] դրանց
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-assigns = { $districts }. { $certainty ->
    [possible] հնարավոր է, որ { $who-subject } { $parties-dative } կտար
   *[other] { $who-subject } { $parties-dative } կտար
} { $count ->
    [one] այն
   *[other] դրանք
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-recognises = { $districts }. { $certainty ->
    [possible] հնարավոր է, որ { $who-subject } { $parties-dative } պատկանող է կոչում
   *[other] { $who-subject } { $parties-dative } պատկանող է կոչում
} { $count ->
    [one] այն
   *[other] դրանք
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-disputed = { $districts }. { $certainty ->
    [possible] հնարավոր է, որ { $who-subject } վիճելի է կոչում
   *[other] { $who-subject } վիճելի է կոչում
} { $count ->
    [one] այն
   *[other] դրանք
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-renounced = { $districts }. { $certainty ->
    [possible] հնարավոր է, որ { $who-subject } հրաժարվում է
   *[other] { $who-subject } հրաժարվում է
} { $count ->
    [one] դրանից
   *[other] դրանցից
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-pressed = { $districts }. { $certainty ->
    [possible] հնարավոր է՝ { $who-subject } ցանկանում է, որ մեկ ուրիշը հրաժարվի
   *[other] { $who-subject } ցանկանում է, որ մեկ ուրիշը հրաժարվի
} { $count ->
    [one] դրանից
   *[other] դրանցից
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-autonomy = { $districts }. { $certainty ->
    [possible] հնարավոր է, որ { $who-subject } ցանկանում է
   *[other] { $who-subject } ցանկանում է
} { $count ->
    [one] դրա
   *[other] դրանց
} ինքնավարությունը{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-occupy = { $districts }. { $certainty ->
    [possible] հնարավոր է, որ { $who-subject } ցանկանում է այնտեղ տեսնել { $parties-genitive } զորքերը
   *[other] { $who-subject } ցանկանում է այնտեղ տեսնել { $parties-genitive } զորքերը
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-occupy-own = { $districts }. { $certainty ->
    [possible] հնարավոր է, որ { $who-subject } ցանկանում է այնտեղ ունենալ իր սեփական զորքերը
   *[other] { $who-subject } ցանկանում է այնտեղ ունենալ իր սեփական զորքերը
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-evacuate = { $districts }. { $certainty ->
    [possible] հնարավոր է՝ { $who-subject } ցանկանում է, որ { $parties-genitive } զորքերը հեռանան
   *[other] { $who-subject } ցանկանում է, որ { $parties-genitive } զորքերը հեռանան
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-declined = { $districts }. { $certainty ->
    [possible] հնարավոր է, որ { $who-subject } չի զբաղեցնի
   *[other] { $who-subject } չի զբաղեցնի
} { $count ->
    [one] այն
   *[other] դրանք
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-opposed = { $districts }. { $certainty ->
    [possible] հնարավոր է, որ { $who-subject } դեմ է
   *[other] { $who-subject } դեմ է
} { $count ->
    [one] դրա
   *[other] դրանց
} զբաղեցմանը{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-held = { $districts }. { $certainty ->
    [possible] գրառված է { $parties-genitive } հնարավոր վերահսկումը
   *[other] գրառված է { $parties-genitive } վերահսկումը
}{ $hearsay ->
    [yes] , հայտնի է միայն ուրիշների հաղորդումներից
   *[other] {""}
}։
twin-unknown = { $districts }. գրառված խոսք չկա։
twin-place = { $certainty ->
    [possible] Հնարավոր է, որ { $who-subject } վերահսկում է { $place-accusative }
   *[other] { $who-subject } վերահսկում է { $place-accusative }
} ({ $source })։
twin-record = { $certainty ->
    [possible] Հնարավոր է՝ այս օրը. { $what }
   *[other] { $what }
} ({ $source })
twin-unit = { $unit }. { $certainty ->
    [possible] հնարավոր է՝{" "}
   *[other] {""}
}{ $kind ->
    [arrives] { $place } ժամանած
    [leaves] { $place-ablative } հեռացած
    [bound-for] ճանապարհին դեպի { $place }
    [ordered] հրամայված է գնալ { $place }
    [expected] սպասվում է { $place-locative }
    [potential] կարելի էր հավաքել { $place-locative }
   *[other] { $place-locative }
}, { $when }{ $counted ->
    [yes] . { $strength }
   *[other] {""}
} ({ $source })։
second-map = Երկրորդ քարտեզ
compare = Համեմատել
compare-edge = Երկու քարտեզների միջև եզրը
swap = Փոխել
close = Փակել
flicker = Թարթում
swipe = Սահեցում
side-by-side = Կողք կողքի
same-day = Նույն օրը
differ-count = { $count ->
    [0] Ոչինչ չի տարբերվում
    [1] Տարբերվում է մեկ շրջան
   *[other] Տարբերվում է { $count } շրջան
}
small-maps = Փոքր քարտեզներ
open-large = Բացել այս մեկը
by-capitals = Ամեն մայրաքաղաքին՝ քարտեզ
by-days = Ամեն օրվան՝ քարտեզ
next-week = Շաբաթ առաջ
previous-week = Շաբաթ հետ
to-start = Առաջին օր
to-end = Հիմնական մասի վերջին օրը
slower = Դանդաղ
faster = Արագ
loop = Կրկնվող
by-events = Դեպք առ դեպք
all-days = Ժամանակագիծ՝ բոլոր օրերը
clear-range = Մեկ օր միջակայքի փոխարեն
reduced-motion = Շարժումը միացնել/անջատել
back = Հետ
forward = Առաջ
undo = Հետարկել
redo = Վերարկել
clear-selection = Ոչինչ չընտրել
to-the-day = Օրը
copy-link = Պատճենել այս տեսքի հղումը
link = Պատճենել հղումը
copy = Պատճենել
help = Օգնություն
help-about = Լցվածքն ասում է, թե ինչ է ուզված, ուրվագծի ներսի ժապավենը՝ ով է վերահսկում, ուրվագիծը՝ որքան է հայտնի։ Կիսագույն և կետավոր կամ դատարկ ժապավեն ու տառ՝ միայն հնարավոր։ Դատարկ տառ անվան մոտ՝ ուրիշի պատմած։
help-mouse = Քարտեզ՝ քաշել տեղափոխելու, անիվը՝ մասշտաբը փոխելու, սեղմել ընտրելու համար։ Ժամանակագիծ՝ օրվա համար քաշել բռնակը կամ շերտերը, օրերի միջակայքի համար քաշել շերտերից վերև, անիվը՝ մասշտաբը փոխելու, կրկնակի սեղմել բոլոր օրերի համար։ Վահանակների եզրերը կարելի է քաշել։
help-time = Ժամանակ
help-map = Քարտեզ
help-views = Տեսքեր
help-go = Գտնել, գնալ, պահել
help-lecture = Դասախոսություն
lens-1 = Տեսանկյուն՝ հավակնություն
lens-2 = Տեսանկյուն՝ վերահսկում
lens-3 = Տեսանկյուն՝ 1-ին մայրաքաղաք
lens-4 = Տեսանկյուն՝ 2-րդ մայրաքաղաք
lens-5 = Տեսանկյուն՝ 3-րդ մայրաքաղաք
lens-6 = Տեսանկյուն՝ 4-րդ մայրաքաղաք
lens-7 = Տեսանկյուն՝ 5-րդ
filters = Զտիչներ
next-language = Հաջորդ լեզուն
language = Լեզու
hide-inspector = Ցույց տալ կամ թաքցնել տեղեկության վահանակը
lecture-resume = Շարունակել դասախոսությունը թողած տեղից
lecture-next = Հաջորդ քայլը կամ պատասխանը
lecture-previous = Նախորդ քայլը
lecture-enter = Գրված համարի քայլը. վերադարձ շեղումից. հաջորդ քայլը
lecture-first = Առաջին քայլը
lecture-last = Վերջին քայլը
lecture-grid = Բոլոր քայլերի ակնարկ
lecture-blank = Սև էկրան. ցանկացած ստեղն վերադարձնում է
lecture-white = Սպիտակ էկրան. ցանկացած ստեղն վերադարձնում է
lecture-slider = Ժամանակագիծ
lecture-lenses = Առաջին տեսանկյունը. մյուսները՝ դրան հաջորդող թվերով
lecture-pen = Գրիչ. գծերը ջնջվում են հաջորդ քայլին
lecture-erase = Ջնջել գրիչի գրածը
lecture-again = Քայլը կրկին ցույց տալ, ինչպես կար
lecture-window = Լիաէկրան կամ պատուհան
lecture-leave = Դուրս գալ դասախոսությունից
lecture-stay = Մնալ
lecture-ask = Դուրս գալու համար կրկին սեղմեք Esc
lecture-typed = Քայլ { $step } / { $count }. սեղմեք Enter
lecture-detour = Շեղում. Enter ստեղնը վերադարձնում է քայլ { $step }
kiosk-leave = Դուրս գալ կիոսկից

# The sheet of all texts of a kiosk.
sheet-title = Կիոսկի բոլոր տեքստերը
sheet-about = Այն, ինչ կիոսկը կարող է ցույց տալ այս լեզվով՝ ցուցադրության պատասխանատուի համար։ Եթե տեքստը պարզ բառերով տարբերակ ունի, այն լրիվ տարբերակի տակ է։
sheet-signed = Կարդացված և հաստատված է
sheet-plain = Պարզ բառեր՝ { $text }
sheet-first = Անցորդների համար
sheet-buttons = Կոճակների և ծանուցումների բառեր
sheet-choices = Քարտեզի ընտրությունները
sheet-signs = Ինչպես կարդալ քարտեզը
sheet-terms = Բացատրված բառեր
sheet-places = Շրջանների, վայրերի, մայրաքաղաքների և զորքերի քարտեր
sheet-places-about = Ամեն քարտ՝ առաջին օրով, երբ դա ասում է. ցույց է տրվում բոլորի քարտեզը։
sheet-records = Ուղերձների և դեպքերի քարտեր
sheet-from = { $day }-ից

# The operator's page of a kiosk.
operator-pin = PIN կոդ
operator-wrong = PIN կոդը սխալ է
operator-wait = Սպասեք { $seconds } վ
operator-ok = Լավ
operator-close = Վերադառնալ կիոսկ
operator-low-reach = Ամեն ինչ՝ ցածր, ձեռքի տակ
operator-idle = Սկսել նորից { $seconds } վ հետո
operator-clean = Մաքրել ապակին
operator-cleaning = Ապակին կարելի է մաքրել. հպումները { $seconds } վ չեն գործում
operator-export = Պատճենել հաշիվներն ու մատյանները
operator-exported = Հաշիվներն ու մատյանները պատճենվում են. ինչ չստացվի, նշված կլինի ներքևում
operator-reload = Կրկին կարդալ ատլասն ու կարգավորումները
operator-asked = Կիոսկը շուտով նորից կսկսվի
operator-shut-down = Փակել կիոսկը…
operator-shut-down-now = Փակել կիոսկը հիմա
operator-stay = Թող աշխատի
operator-uptime = Araxes { $version }, աշխատում է { $days } օր { $hours } ժ { $minutes } ր, պատուհանի վերագործարկումներ՝ { $restarts }
operator-work = Հիշողություն՝ { $memory } ՄիԲ, կադրի աշխատանքը՝ { $median } մվ, առավելագույնը՝ { $most } մվ
operator-atlas = Ատլաս՝ { $title }, { $folder }
operator-built-in = ծրագրի ներսում
operator-showing-wanted = Սա կարգավորման նշածն է
operator-showing-last-good = Պանակում սխալներ կան կամ այն չի բացվել, ուստի ցույց է տրվում վերջին լավ պատճենը
operator-showing-built-in = Պանակում սխալներ կան կամ այն չի բացվել, և լավ պատճեն չկա, ուստի ցույց է տրվում ծրագրի ներսի ատլասը
operator-today = Այսօր՝ { $visits } այցելություն, միջինը { $seconds } վ
operator-refused = Նոր ատլասը չի ընդունվել՝ { $list }
operator-faults = Կարգավորման մեջ սխալներ կան, ուստի գործում է վերջին լավը՝ { $list }
operator-not-written = Չհաջողվեց գրել՝ { $list }
operator-failure = Ինչու է պատուհանը վերջին անգամ վերագործարկվել՝ { $failure }
kind-command = հրաման
a-voice-about = Նայել մեկ անձի կամ մարմնի աչքերով
date-outside = Ատլասից դուրս է, որն ընդգրկում է { $from }-ից մինչև { $to }-ը
date-slashes = Թեք գծով օրն ու ամիսը չեն տարբերվում. գրեք օր.ամիս.տարի կամ ՏՏՏՏ-ԱԱ-ՕՕ
date-short-year = «{ $typed }»-ի տարին դար չունի. գրեք ամբողջությամբ
date-unreadable = «{ $typed }»-ն ամսաթիվ չէ. գրեք օր.ամիս.տարի (ամիսը՝ նաև բառով) կամ ՏՏՏՏ-ԱԱ-ՕՕ
range-hint = Քաշեք այստեղ օրերի միջակայքի համար
range-any = { $days }՝ որևէ օր
range-all = { $days }՝ ամեն օր
range-sum = { $days }՝ մինչ այժմ եղած ամեն ինչ
take-away = Հանել՝ { $what }
export-this = Արտահանել…
export-table = Պահել CSV
sort-by = Դասավորել ըստ այս սյունակի
column-when = Երբ
column-kind = Ինչ է
column-what = Ինչ է ասում
column-read-in = Կարդացված է
column-archive = Հղում է
filter-parties = Միայն կողմը
filter-certainty = Որքան հաստատ
filter-authority = Ում խոսքով
filter-kinds = Բաց թողնել
filter-archives = Միայն այս արխիվներից
filter-printed = Միայն այս գրքերից և թղթերից
filter-passing = Անցնում է { $all } գրառումից { $count }-ը
filters-close = Փակել զտիչները
filter-voices = Միայն սրանց խոսքը
filter-none = Առանց զտիչի
hidden-by-filters = Գործող զտիչներն այս գրառումը բաց են թողնում։
go-to-days = Գնալ՝ { $days }
draw-this-telling = Գծել միայն այս պատումը
draw-all-tellings = Կրկին գծել բոլոր պատումները
history-of-colour = Ինչ էր ուզում ամեն մայրաքաղաք ժամանակի ընթացքում
received = ստացված՝ { $date }
deadline = վերջնաժամկետ՝ { $date }
answered-by = Պատասխանել է
place-inferred = վայրն աղբյուրում նշված չէ
changed-with-it = Ինչ է փոխվել իր օրը
records = Գրառումներ
sources = Աղբյուրներ
people = Անձինք և մարմիններ
party-not-stated = կողմը նշված չէ
strength-reported = Թվաքանակը՝ հաղորդում հաղորդման կողքին
the-source = աղբյուրը
letters-written = Գրել է
letters-received = Ստացել է
statements = Ասել է
told-of-others = Պատմել է ուրիշների մասին
led = Գլխավորել է
so-many = { $count } գրառում
authority-decision = որոշում է
authority-official = պաշտոնական
authority-individual = անհատական
copied = Պատճենվեց
saved = Պահված է՝ { $path }
key-left = Ձախ
key-right = Աջ
key-up = Վերև
key-down = Ներքև
key-space = Բացատ
troops-of = { $party-genitive } զորքերը
word-document = սեփական խոսքով
word-narrative = ինչպես պատմում է հեղինակը
word-gloss = ինչպես հեղինակը կարդում է փաստաթուղթը
word-inference = եզրակացված արվածից
word-author = հեղինակի դատողությունը
word-told-by = ինչպես պատմում է { $who-subject }
known-between = ինչ-որ օր { $from }-ի և { $to }-ի միջև
known-after = { $date }-ից հետո
known-before = { $date }-ից ոչ ուշ
known-as-of = դրությամբ՝ { $date }
known-from-to = { $from } – { $to }
said-since = ասված { $first }-ից, վերջին անգամ՝ { $last }-ին
said-of = ասված է { $area-genitive } մասին
said-if = պայման՝ { $condition }
place-spot = { $where ->
    [in] { $place-locative }
    [on] { $place-locative }
   *[other] { $place-locative }
}
report-unplaced = վայրը նշված չէ
report-arrives = { $place } ժամանած
report-arrives-from = { $from-ablative } { $place } ժամանած
report-crosses = { $place } անցած
report-crosses-from = { $from-ablative } { $place } անցած
report-leaves = { $place-ablative } հեռացած
report-leaves-for = { $place-ablative } { $to } մեկնած
report-left-for = { $to } մեկնած
report-left = հեռացած, որտեղից՝ չի ասվում
report-bound-for = ճանապարհին դեպի { $place }
report-bound-for-from = ճանապարհին՝ { $from-ablative } դեպի { $place }
report-ordered = հրամայված է գնալ { $place }
report-ordered-from = հրամայված է { $from-ablative } գնալ { $place }
report-expected = սպասվում է { $spot }
report-potential = կարելի էր հավաքել { $spot }
report-arrives-unplaced = ժամանած, վայրը նշված չէ
report-bound-for-unplaced = ճանապարհին, ուր՝ չի ասվում
report-ordered-unplaced = հրամայված է գնալ, ուր՝ չի ասվում
report-expected-unplaced = սպասվում է, վայրը նշված չէ
report-potential-unplaced = կարելի էր հավաքել, վայրը նշված չէ
strength-told = { $strength } (ըստ { $who-genitive })
sentence-source = { $sentence } ({ $source })
question-whose = ումն է. { $sentence }
question-troops = ում զորքերը. { $sentence }
question-against = ում դեմ. { $sentence }
held-by-whom = { $certainty ->
    [possible] հնարավոր է, որ{" "}
   *[other] {""}
}{ $extent ->
    [part] մասամբ վերահսկում է { $who-subject }
   *[other] վերահսկում է { $who-subject }
}
not-held-by-whom = { $certainty ->
    [possible] հնարավոր է՝ { $who-genitive } վերահսկողության տակ չէ, վերահսկողը չի նշվում
   *[other] { $who-genitive } վերահսկողության տակ չէ, վերահսկողը չի նշվում
}
place-sentence = { $place }. { $sentence }
troops-party = { $party-genitive } զորքեր
troops-no-party = Զորքեր, կողմը նշված չէ
reported-on = հաղորդված՝ { $date }
last-reported = վերջին հաղորդումը՝ { $date }
force-sentence = { $unit }. { $certainty ->
    [possible] հնարավոր է՝ { $place }
   *[other] { $place }
}{ $counted ->
    [yes] . { $strength }
   *[other] {""}
}
event-sentence = { $title }։ { $gist }
possibly-this-day = հնարավոր է՝ այս օրը, { $date }
deadline-today = Լրանում է ժամկետը։ { $gist }
day-no-claim = գրառված հավակնություն չկա
day-no-holder = գրառված ոչինչ չկա
day-no-statement = գրառված խոսք չկա
day-district-without = { $district }. { $nothing }
day-without = Շրջաններ. { $nothing }
day-undated = Չթվագրված, հնարավոր է՝ մինչև այս օրը
contradiction-line = { $title }. { $count } պատում ({ $id })
telling-line = – { $text }
claim-of-area = { $area }. { $sentence }
claim-listed = { $voices }. { $area }, դիրքորոշում չի նշվում
nothing-on-record = գրառված ոչինչ չկա
change-nothing = { $who-genitive } համար { $nothing }
change-line = { $area }. { $before } → { $after }
log-dated = Այս օրերի սահմաններում թվագրված
log-wider = Պակաս ճշգրիտ թվագրված կամ ավելի վաղ սկսված
log-undated = Չթվագրված
log-people = Անձինք և մարմիններ
log-places = Վայրեր
message-sentence = { $kind }, { $from }՝ { $to-dative }։ { $gist }
message-sentence-to-nobody = { $kind }, { $from }։ { $gist }
sender-not-stated = չնշված ուղարկող
headline-claims = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } հավակնում է
   *[other] { $party-subject } հավակնում է
} { $areas-dative }
headline-assigns = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } { $to-dative } կտար
   *[other] { $party-subject } { $to-dative } կտար
} { $areas-accusative }
headline-recognises = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } { $to-dative } պատկանող է կոչում
   *[other] { $party-subject } { $to-dative } պատկանող է կոչում
} { $areas-accusative }
headline-disputed = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } վիճելի է կոչում
   *[other] { $party-subject } վիճելի է կոչում
} { $areas-accusative }
headline-renounces = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } հրաժարվում է
   *[other] { $party-subject } հրաժարվում է
} { $areas-ablative }
headline-renounces-to = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } հօգուտ { $to-genitive } հրաժարվում է
   *[other] { $party-subject } հօգուտ { $to-genitive } հրաժարվում է
} { $areas-ablative }
headline-presses = { $certainty ->
    [possible] հնարավոր է՝ { $party-subject } ցանկանում է
   *[other] { $party-subject } ցանկանում է
}, որ { $of-subject } հրաժարվի { $areas-ablative }
headline-autonomy = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } ցանկանում է
   *[other] { $party-subject } ցանկանում է
} { $areas-genitive } ինքնավարությունը
headline-occupy = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } ցանկանում է
   *[other] { $party-subject } ցանկանում է
} { $areas-locative } տեսնել { $troops-accusative }
headline-occupy-own = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } ցանկանում է
   *[other] { $party-subject } ցանկանում է
} { $areas-locative } ունենալ իր սեփական զորքերը
headline-evacuate = { $certainty ->
    [possible] հնարավոր է՝ { $party-subject } ցանկանում է
   *[other] { $party-subject } ցանկանում է
}, որ { $troops-subject } հեռանան { $areas-ablative }
headline-declines = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } չի զբաղեցնի
   *[other] { $party-subject } չի զբաղեցնի
} { $areas-accusative }
headline-opposes = { $certainty ->
    [possible] հնարավոր է՝ { $party-subject } դեմ է
   *[other] { $party-subject } դեմ է
}, որ { $by-subject } զբաղեցնի { $areas-accusative }
headline-opposes-any = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } դեմ է
   *[other] { $party-subject } դեմ է
} { $areas-genitive } զբաղեցմանը
headline-takes = { $troops-subject } զբաղեցնում են { $areas-accusative }
headline-now-held = այժմ { $party-subject } վերահսկում է { $areas-accusative }
headline-held = { $certainty ->
    [possible] հնարավոր է, որ { $party-subject } վերահսկում է
   *[other] { $party-subject } վերահսկում է
} { $extent ->
    [part] { $areas-genitive } մի մասը
   *[other] { $areas-accusative }
}
headline-unit = { $unit }՝ { $place }
headline-told = հաղորդվում է. { $sentence }
headline-read = { $sentence }, { $basis ->
    [inference] եզրակացված
   *[other] ըստ ընթերցման
}
headline-by-kind = { $kind }՝ { $sentence }
headline-nothing = { $date }-ով թվագրված ոչինչ չկա
headline-no-holder = { $date }-ի համար նոր վերահսկող գրառված չէ
headline-nothing-of = { $who-ablative } { $date }-ով թվագրված ոչինչ չկա
headline-last = Դրանից առաջ վերջինը՝ { $date }. { $sentence }
headline-lens-empty = Այս օրն այս տեսանկյունից գրառված ոչինչ չկա։
more-areas = { $count ->
    [one] մեկ այլ տարածք
   *[other] { $count } այլ տարածք
}
message-from-to = { $kind }. { $from }՝ { $to-dative }
talk-between = { $kind }. { $from } և { $to }
message-from = { $kind }. { $from }
message-to = { $kind } { $to-dative }
plate-name = ARAXES
callout-taken = Զբաղեցված, { $date }
callout-reported = Գրառված, { $date }
changed-since = Ինչ է փոխվել { $date }-ից հետո
change-lost = { $areas }. { $party-subject } գրառված չէ այլևս որպես վերահսկող
change-unsaid = { $areas }. { $party-ablative } այժմ գրառված ոչինչ չկա
change-held = { $areas }. { $held }
change-holder = { $areas }. { $held }, մինչ այդ՝ { $before-subject }
and-more-messages = { $count ->
    [one] ու ևս մեկ ուղերձ
   *[other] ու ևս { $count } ուղերձ
}
projection-name = Լամբերտի համանկյուն կոնական
projection-azimuthal = Լամբերտի ազիմուտային հավասարամեծ
projection-world = Equal Earth
map-scale = 1 : { $ratio }

# What people take home from a lecture
take-home-map = Քարտեզ՝ { $what }։
handout-what = Ինչ է սա
handout-about = Մեկական էջ դասախոսության { $count } քայլերից ամեն մեկի համար՝ սահիկը, ինչպես տեսել է դահլիճը, ինչ է այն գտնում և ինչ գրառումների վրա է հիմնված՝ էջով, ծանոթագրությամբ և արխիվով։ Վերջին էջերը բացատրում են գույներն ու նշանները և թվարկում բոլոր հղված աղբյուրները։
handout-notes-about = Մեկական էջ դասախոսության { $count } քայլերից ամեն մեկի համար՝ սահիկը, ինչպես տեսել է դահլիճը, ինչ է այն գտնում, դասախոսի նշումները և գրառումները, որոնց վրա է հիմնված՝ էջով, ծանոթագրությամբ և արխիվով։ Վերջին էջերը բացատրում են գույներն ու նշանները և թվարկում բոլոր հղված աղբյուրները։
handout-sheet-about = Աշխատանքային թերթ՝ դասախոսության { $count } քայլերից ամեն մեկի քարտեզը և տողեր վերնագրի, պատասխանների ու նշումների համար։ Դասախոսության վերնագրերն ու պատասխաններն առանձին էջում են՝ վերջին քարտեզից հետո։
handout-whose = Ում շարադրանքն է
handout-note = Որքան վստահել քարտեզին
handout-map-data = Քարտեզի տվյալներ
handout-steps = Քայլերը
handout-speaker = Ինչ է ասում դասախոսը
handout-question = Հարց
handout-answer = Պատասխան
handout-answers = Վերնագրեր և պատասխաններ
handout-records = Ինչի վրա է հիմնված
handout-people = Նշված անձինք և մարմիններ՝ { $people }
handout-your-headline = Ձեր վերնագիրն այս քարտեզի համար
handout-your-notes = Ձեր նշումները
handout-how-to-read = Ինչպես կարդալ քարտեզները
handout-bibliography = Աղբյուրներ
handout-read = Կարդացված այս ատլասի համար
handout-named = Նշված կարդացվածի ծանոթագրություններում. այս ատլասը չի տեսել
slides-answer-title = { $headline } – պատասխանը
slides-records = Գրառումներ՝ { $records }
page-not-translated = (թարգմանված չէ)
page-legend = Քարտեզին
page-languages = Լեզու
page-steps = Քայլեր
page-previous = Նախորդ
page-next = Հաջորդ
page-go-to = Գնալ քայլի
language-en = English
language-az = Azərbaycanca
language-tr = Türkçe
language-ru = Русский
language-hy = Հայերեն

# The presenter's view of a lecture
presenter = Դասախոսի տեսքը
presenter-pause = Դադար
presenter-start = Սկսել
presenter-reset = Զրոյացնել
presenter-black = Սև
presenter-white = Սպիտակ
presenter-short = Կարճ տարբերակ, { $count } ր
presenter-swap = Փոխել էկրանները
presenter-close = Փակել (P)
presenter-to-slide = Դահլիճը տեսնում է սա. վերադառնալ սահիկին (P)
presenter-not-started = սկսվում է հաջորդ քայլից
presenter-early = { $time } առաջ
presenter-on-time = ժամանակին, այստեղ մնում է { $time }
presenter-slow = դանդաղ՝ { $time } ավելի
presenter-late = ուշացած՝ { $time } ավելի
presenter-sees-black = Դահլիճը տեսնում է սև էկրան
presenter-sees-white = Դահլիճը տեսնում է սպիտակ էկրան
presenter-sees-detour = Դահլիճը տեսնում է շեղումը. Enter ստեղնը վերադարձնում է
presenter-step = Քայլ { $step } / { $count } · պլանով մինչև { $time }
presenter-next = Հաջորդ
presenter-previous = Հետ
presenter-then = Հաջորդը
presenter-then-answer = Ապա պատասխանը
presenter-end = Վերջ
presenter-notes = Նշումներ
presenter-larger = Մեծ նշումներ
presenter-smaller = Փոքր նշումներ
presenter-no-notes = Այս քայլը նշումներ չունի։
presenter-asks = Հարցրեք դահլիճին
presenter-answers = Պատասխանը

# What people take home from a lecture, from the window
take-home = Տուն տանել
take-home-tour = Դասախոսություն
take-home-no-tour = Այս ատլասը դասախոսություն չունի
take-home-handout = Ձեռնարկ (PDF)
take-home-handout-about = A4, մեկական էջ ամեն քայլի համար՝ գրառումներով, նշաններով և աղբյուրներով
take-home-sheet = Ուսանողի թերթ (PDF)
take-home-sheet-about = Քարտեզներ՝ գրելու տողերով. վերնագրերն ու պատասխանները վերջին էջում են
take-home-slides = Սահիկներ (PPTX)
take-home-slides-about = Նկարներ՝ վերնագրերով և դասախոսի նշումներով, գրասենյակային ծրագրերի համար
take-home-page = Էջ դիտարկիչի համար (HTML)
take-home-page-about = Մեկ ֆայլ, որը դասախոսությունը նվագարկում է առանց ցանցի
take-home-notes = Դասախոսի նշումներով
take-home-progress = { $step } / { $count }
take-home-cancel = Չեղարկել
take-home-cancelled = Չեղարկված է. ոչինչ չի գրվել
take-home-lecture = Դասախոսության ձեռնարկ, սահիկներ կամ էջ…

# Making a tour
tour-new-title = Իմ շրջայցը
tour-copy-title = { $title }, իմ պատճենը
tour-kept = Պահված է որպես քայլ { $step }՝ «{ $title }»։ Ctrl+Z ստեղները հետարկում են։
tour-left-day = Համեմատության երկրորդ օրը բաց է թողնված. քայլը մեկ օր ունի։
tour-left-maps = Փոքր քարտեզները բաց են թողնված. քայլը մեկ կամ երկու քարտեզ ունի։
tour-has-faults = { $path } ֆայլում սխալներ կան, և դրանից ոչինչ չի բացվել՝
tour-unsaved = Չպահված աշխատանք, ժամը { $time }՝ «{ $title }»
settings-unreadable = Կարգավորումները չկարդացվեցին։ Դրանք մնում են { $path } ֆայլում, ծրագիրը սկսում է առանց դրանց։
settings-not-kept = { $path } ֆայլի կարգավորումները հնարավոր չեղավ ո՛չ կարդալ, ո՛չ պահել այլ անվամբ. հաջորդ փոփոխությունը կգրվի դրանց վրա։
tour-unsaved-unreadable = Չպահված աշխատանքը չկարդացվեց։ Այն մնում է { $path } ֆայլում՝ { $error }
tour-restore = Վերականգնել
tour-discard = Ջնջել
tour-none = Սեղմեք K՝ քարտեզի ցույց տվածը որպես շրջայցի առաջին քայլ պահելու համար։
tour-keep = Պահել այս տեսքը (K)
tour-preview = Նախադիտել (F5)
tour-save = Պահել
tour-save-as = Պահել որպես…
tour-open = Բացել…
tour-open-it = Բացել
tour-new = Նոր
tour-close = Փակել
tour-cancel = Չեղարկել
tour-path = Ֆայլ
tour-replace-ask = { $path } ֆայլ արդեն կա։
tour-replace = Փոխարինել
tour-keep-file = Թողնել այդ ֆայլը
tour-give-up-ask = Շրջայցում չպահված փոփոխություններ կան։
tour-save-first = Նախ պահել
tour-give-up = Ջնջել դրանք
tour-title = Շրջայցի վերնագիրը
tour-length = { $count ->
    [one] մեկ քայլ
   *[other] { $count } քայլ
}, մոտ { $minutes } ր
tour-changed = դեռ պահված չէ
tour-no-headline = Վերնագիր դեռ չկա
tour-up = Վերև
tour-down = Ներքև
tour-duplicate = Կրկնօրինակել
tour-delete = Ջնջել
tour-take-view = Վերցնել այս տեսքը
tour-headline = Վերնագիր
tour-caption = Մակագիր
tour-notes = Նշումներ՝ միայն ձեզ համար
tour-ask = Հարց դահլիճին
tour-reveal = Պատասխան
tour-words = { $count } / { $limit } բառ
tour-words-many = { $count } / { $limit } բառ. վերջին շարքն այսքան չի կարող կարդալ
tour-words-few = { $count } / { $limit } բառ. կես րոպեից պակաս
tour-fills = Գույներ
tour-cut = Կտրուկ
tour-fade = Մարում
tour-move = Շարժում
tour-opening = Առաջին սահիկ
tour-day = Օր
tour-closing = Վերջին սահիկ
tour-callouts = Խոսքեր քարտեզին
tour-callout = { $area }՝ առավելագույնը 8 բառ
tour-callout-add = Ավելացնել՝ { $area }
tour-callout-none = Ընտրեք ներկված շրջան կամ գրառում
tour-callout-remove = Հանել
tour-short = Կարճ տարբերակում
tour-dwell = Մենակ էկրանին

# The menu of lectures
tours-of-atlas = Դասախոսել
tours-own = Ձեր սեփական շրջայցերը
tours-make = Ստեղծել շրջայց
tours-changes = Փոփոխություն առ փոփոխություն՝ ներկա տեսանկյունով
tours-start = { $title } · { $count } քայլ, մոտ { $minutes } ր
tours-start-short = { $title }, կարճ · { $minutes } ր
tours-edit = Փոխել «{ $title }»
tours-keep = Պահել այս տեսքը որպես քայլ
tours-editor = Ցույց տալ կամ թաքցնել շրջայցերի խմբագրիչը
tours-new = Նոր շրջայց
tours-copy = Փոփոխելու պատճեն՝ «{ $title }»

# The kiosk: words of an atlas that brings none of its own
kiosk-days = Օրեր, երբ ինչ-որ բան է եղել
kiosk-day-before = Նախորդ օր
kiosk-day-after = Հաջորդ օր
kiosk-step-before = Հետ
kiosk-step-after = Առաջ
kiosk-answer = Պատասխան
kiosk-scene-end = Կրկին ընտրել
kiosk-again = Նորից սկսել
kiosk-scenes = Տեսարաններ
kiosk-how-to-read = Ինչպես կարդալ
kiosk-choices = Հարմարեցնել
kiosk-choices-title = Հարմարեցնել
kiosk-plain = Պարզ բառեր
kiosk-larger-text = Մեծ տառեր
kiosk-contrast = Ուժեղ կոնտրաստ
kiosk-less-motion = Քիչ շարժում
kiosk-low-reach = Ամեն ինչ ձեռքի տակ
kiosk-words = Քարտեզը խոսքով
kiosk-free-map = Ամբողջ քարտեզը
kiosk-free-map-about = Ամեն օր և ամեն վայր՝ հպեք, ինչին ուզում եք։
kiosk-held = Ով էր վերահսկում
kiosk-list = Քարտեզի ամբողջ ցանկը
kiosk-which = Ի՞նչ նկատի ունեք
kiosk-close = Փակել
kiosk-more = Ավելին
kiosk-less = Պակաս
kiosk-text-next = Շարունակել
kiosk-text-first = Սկզբից
kiosk-still-here = Դեռ այստե՞ղ եք
kiosk-stay = Ես դեռ այստեղ եմ
kiosk-open-title = Բացե՞լ կիոսկը
kiosk-open-about = Կիոսկը լցնում է էկրանը և պատասխանում միայն հպումներին։ Վերադառնալու ստեղները՝ { $keys }։
kiosk-open = Բացել կիոսկը
kiosk-open-not = Մնալ այստեղ
kiosk-touch = Հպեք՝ սկսելու համար
kiosk-question = Ո՞վ էր ուզում այն, և ո՞վ էր վերահսկում
kiosk-after-scene = Հիմա քարտեզը ձերն է՝ հպեք որևէ վայրի, օրվա, մայրաքաղաքի։
kiosk-everyone = Բոլորը
kiosk-chip-everyone = Այս օրվա բոլոր հավակնությունները՝ կողք կողքի
kiosk-chip-everyone-plain = Ո՞վ ասաց՝ այս հողը մերն է
kiosk-chip-of = Ինչ էր ուզում { $name-subject } յուրաքանչյուր շրջանի համար՝ ըստ գրառումների
kiosk-sample-solid = Լրիվ գույն
kiosk-sample-solid-about = Մի կողմ ասում է, որ շրջանն իրենն է, և, ըստ հաղորդումների, նաև վերահսկում է այն։
kiosk-sample-solid-about-plain = Ամբողջը ներկված է՝ այս կողմն ուզում է այն, և այն իր ձեռքում է։
kiosk-sample-pattern = Շերտեր կամ նախշ
kiosk-sample-pattern-about = Միայն խոսքով ուզված, տրված կամ վիճելի կոչված։ Թե ով էր վերահսկում հողը, նախշը չի ասում։
kiosk-sample-pattern-about-plain = Շերտեր կամ նախշ՝ միայն խոսքեր։ Ինչ-որ մեկն ասել է, որ այդպես պետք է լինի։
kiosk-sample-ribbon = Ժապավեն եզրի ներսում
kiosk-sample-ribbon-about = Ում զորքերն էին վերահսկում շրջանը՝ ըստ հաղորդումների։ Վրայի տառը կողմն է նշում։
kiosk-sample-ribbon-about-plain = Գունավոր ժապավեն՝ ում զինվորներն էին այդ վայրում, ինչպես հաղորդել են մարդիկ։
kiosk-sample-possible = Բաց, կետավոր՝ հնարավոր է
kiosk-sample-possible-about = Օրը, վայրը կամ վերահսկողը հաստատ չէ, կամ հաղորդումը հնացել է։
kiosk-sample-possible-about-plain = Բաց կամ կետավոր՝ գուցե։ Մենք հաստատ չգիտենք։
kiosk-who-says-so = Ո՞վ է ասում
kiosk-works = Գրքեր և թղթեր
kiosk-archives = Արխիվներ, որոնք նրանք նշում են
kiosk-voices = Կան նաև այլ ձայներ
kiosk-voices-lead = Աղբյուրը նշում է սրանք։ Այս ատլասը դրանցից ոչ մեկը չի տեսել։
kiosk-voices-lead-plain = Այլ գրքեր և թղթեր։ Մենք դրանք չենք կարդացել։

# The cards of the kiosk
kiosk-card-who = Ով
plain-kiosk-card-who = Ո՞վ
kiosk-card-how-sure = Որքան հաստատ է
plain-kiosk-card-how-sure = Հաստա՞տ է
kiosk-card-word = Ում խոսքով
plain-kiosk-card-word = Ո՞վ է ասում
kiosk-sentence = { $sentence }։
kiosk-perhaps = գուցե { $sentence }
kiosk-possibly = հնարավոր է՝ { $sentence }
kiosk-plain-of-area = { $area }. { $sentence }
kiosk-term = { $term }։ { $sentence }
kiosk-from-to = { $from }՝ { $to-dative }
kiosk-troops-under = { $troops }՝ { $leader-genitive } գլխավորությամբ
kiosk-whereabouts = { $certainty ->
    [possible] հնարավոր է՝ { $place }
   *[other] { $place }
}
kiosk-sure-of = { $who }՝ { $sure }
kiosk-said = ասված { $date }-ին
plain-kiosk-said = ասված { $date }-ին
kiosk-if = պայմանով
plain-kiosk-if = միայն մեկ պայմանով
kiosk-no-arrival = ժամանում չի հաղորդվում
plain-kiosk-no-arrival = ոչ ոք չի հաղորդում, որ նրանք եկան
kiosk-no-holder = վերահսկողը չի նշվում
plain-kiosk-no-holder = ոչ ոք չի նշվում
kiosk-no-party = զորքեր, կողմը նշված չէ
plain-kiosk-no-party = զինվորներ. ումը՝ չի ասվում
kiosk-no-sender = ուղարկողը նշված չէ
plain-kiosk-no-sender = ով է ուղարկել, չի ասվում
kiosk-nobody-named = անունով ոչ ոք
plain-kiosk-nobody-named = անունով ոչ ոք
kiosk-the-author = հեղինակի շարադրանքը
plain-kiosk-the-author = հեղինակը
kiosk-nobody = ոչ ոք գրառված չէ
plain-kiosk-nobody = ոչ ոք
kiosk-silence = լռությունը պատասխան չէ
plain-kiosk-silence = որ ոչինչ գրված չէ, չի նշանակում, թե ոչինչ չի եղել
kiosk-all-kept = պահվում են բոլորը, ոչ մեկը չի նախընտրվում
plain-kiosk-all-kept = մենք պահում ենք բոլորը
kiosk-nothing-claimed = այս օրվա համար ո՛չ հավակնություն, ո՛չ վերահսկող գրառված չէ
plain-kiosk-nothing-claimed = այս օրվա համար ոչինչ գրված չէ
kiosk-nothing-held = այս օրվա համար վերահսկող գրառված չէ
plain-kiosk-nothing-held = ում ձեռքում էր այս օրը, գրված չէ
kiosk-nothing-said = մինչև այս օրը խոսք գրառված չէ
plain-kiosk-nothing-said = այս հողի մասին ոչինչ գրված չէ
kiosk-nothing-here = մինչև այս օրը դրա մասին ոչինչ չի պատմվում
plain-kiosk-nothing-here = դրա մասին ոչինչ չի պատմվում
kiosk-nothing-named = քարտեզին է կողմնորոշվելու համար. այստեղ գործածված ոչ մի աղբյուր այն չի անվանում
plain-kiosk-nothing-named = քարտեզին է, որ ճանապարհը գտնեք
kiosk-nothing-of-party = մինչև այս օրն այս շրջանների մասին նրա սեփական խոսքը գրառված չէ
plain-kiosk-nothing-of-party = այս հողերի մասին ոչինչ գրված չէ
kiosk-nothing-that-day = մինչև այս օրը թվագրված գրառում չկա
plain-kiosk-nothing-that-day = այս օրվա համար ոչինչ գրված չէ
kiosk-last-told = վերջին անգամ պատմվել է ավելի վաղ՝ { $date }. { $sentence }
plain-kiosk-last-told = ավելի վաղ, { $date }. { $sentence }
kiosk-last-said = դրանից առաջ վերջինը՝ { $date }. { $sentence }
plain-kiosk-last-said = ավելի վաղ, { $date }. { $sentence }
kiosk-more-answers = Կա ևս { $count }։
plain-kiosk-more-answers = Կա նաև ավելին՝ { $count }։
kiosk-party-silent = { $area-genitive } մասին նրա խոսքը գրառված չէ. { $sentence }
plain-kiosk-party-silent = { $area-genitive } մասին ոչինչ գրված չէ. { $sentence }
kiosk-plain-count = { $strength }, ըստ { $who-genitive }
kiosk-more-troops = Այստեղ հաղորդված զորքեր
plain-kiosk-more-troops = Զինվորներ՝ ըստ մարդկանց հաղորդածի
kiosk-more-last = Վերջին խոսքը
plain-kiosk-more-last = Վերջին խոսքը
kiosk-more-others = Ուրիշներն ասում են
plain-kiosk-more-others = Ուրիշներն ասում են
kiosk-more-condition = Պայմանով
plain-kiosk-more-condition = Միայն եթե
kiosk-more-read-in = Կարդացված է
plain-kiosk-more-read-in = Որտեղ է գրված
kiosk-more-words = Բառեր
plain-kiosk-more-words = Դժվար բառեր
kiosk-more-whole = Լրիվ
plain-kiosk-more-whole = Ամբողջ նախադասությունը
kiosk-more-day = Այս օրը
plain-kiosk-more-day = Այս օրը
kiosk-more-twice = Պատմված է մեկից ավելի ձևով
plain-kiosk-more-twice = Պատմված է մեկից ավելի ձևով
kiosk-more-reports = Այլ հաղորդումներ
plain-kiosk-more-reports = Այլ հաղորդումներ
kiosk-more-stated = Ինչ է ասում
plain-kiosk-more-stated = Ինչ է ասում ամեն վայրի մասին
kiosk-more-note = Զգուշացում
kiosk-more-letters = Օրվա ուղերձները
plain-kiosk-more-letters = Այս օրվա նամակները
kiosk-more-tellings = Պատումները
plain-kiosk-more-tellings = Պատմվում է այսպես
kiosk-kind-district = շրջան
kiosk-district-named = { $name } շրջան
kiosk-kind-capital = մայրաքաղաք
kiosk-kind-city = մեծ քաղաք
kiosk-kind-town = քաղաք
kiosk-kind-village = գյուղ
kiosk-kind-station = երկաթուղային կայարան
kiosk-kind-pass = լեռնանցք
kiosk-kind-bridge = կամուրջ
kiosk-kind-peak = լեռ
kiosk-kind-front = ճակատ
kiosk-kind-region = երկրամաս
kiosk-kind-country = երկիր
kiosk-kind-river = գետ
kiosk-kind-railway = երկաթուղի
kiosk-kind-line = գիծ
kiosk-kind-monastery = վանք
kiosk-kind-unit = զորքեր
kiosk-kind-message = ուղերձ
kiosk-kind-event = դեպք
kiosk-kind-claim = խոսք
kiosk-kind-held = վերահսկող
kiosk-kind-day = այս օրը
kiosk-this-day = Այս օրը
kiosk-sure-document = իրենց իսկ ուղերձից
kiosk-sure-narrative = պատմում է հեղինակը
kiosk-sure-gloss = հեղինակն այդպես է հասկանում
kiosk-sure-inference = եզրակացված է նրանց արածից
kiosk-sure-author = հեղինակն այդպես է կարծում
kiosk-sure-told = գիտենք { $who-ablative }
kiosk-sure-possible = գուցե. օրը հաստատ չէ
kiosk-sure-old = գուցե. հաղորդումը մի քանի օրվա է
kiosk-sure-undated = օրը հայտնի չէ
kiosk-plain-claims = { $party-genitive } խոսքով՝ այս հողն իրենն է
kiosk-plain-assigns = { $party-subject } ցանկանում էր, որ այն տրվի { $to-dative }
kiosk-plain-recognises = { $party-genitive } խոսքով՝ այն պատկանում է { $to-dative }
kiosk-plain-disputed = { $party-genitive } խոսքով՝ դրա շուրջ երկու կողմ վիճում են
kiosk-plain-renounces = { $party-subject } դրանից հրաժարվելու առաջարկ արեց
kiosk-plain-renounces-to = { $party-subject } հօգուտ { $to-genitive } դրանից հրաժարվելու առաջարկ արեց
kiosk-plain-presses = { $party-subject } ցանկանում էր, որ { $of-subject } հրաժարվի դրանից
kiosk-plain-autonomy = { $party-subject } ցանկանում էր, որ այն ինքն իրեն կառավարի
kiosk-plain-occupy = { $party-subject } ցանկանում էր, որ { $troops-subject } գնան այնտեղ
kiosk-plain-occupy-own = { $party-subject } ցանկանում էր, որ իր զինվորները գնան այնտեղ
kiosk-plain-evacuate = { $party-subject } ցանկանում էր, որ { $troops-subject } հեռանան
kiosk-plain-declines = { $party-genitive } խոսքով՝ իր զինվորները չեն զբաղեցնի այն
kiosk-plain-opposes = { $party-subject } չէր ցանկանում, որ { $by-subject } զբաղեցնի այն
kiosk-plain-opposes-own = { $party-subject } չէր ցանկանում զբաղեցնել այն
kiosk-plain-opposes-any = { $party-subject } չէր ցանկանում, որ որևէ մեկը զբաղեցնի այն
kiosk-plain-held = { $troops-subject } պահում էին այն
kiosk-plain-held-part = { $troops-subject } պահում էին դրա մի մասը
kiosk-plain-stands = { $unit-subject } գտնվում էին { $spot }
kiosk-plain-arrives = { $unit-subject } եկան { $place }
kiosk-plain-leaves = { $unit-subject } հեռացան { $place-ablative }
kiosk-plain-bound-for = { $unit-subject } ճանապարհին էին դեպի { $place }
kiosk-plain-ordered = { $unit-dative } հրամայված էր գնալ { $place }
kiosk-plain-expected = { $unit-dative } սպասում էին { $spot }
kiosk-plain-potential = { $spot } կարելի էր հավաքել { $unit-accusative }
kiosk-plain-somewhere = { $unit }. վայրը չի նշվում

## What a record holds: labels of further fields, and the words of the package format
fact-parent = Ինչի մաս է
fact-echelon = Զորամասի տեսակ
fact-arm = Զորատեսակ
fact-commander = Հրամանատար
fact-joined = Միացած
fact-troops = Զորքեր
fact-letter = Տառ
fact-slot = Գույնի տեղը
fact-language = Լեզու
fact-capital = Մայրաքաղաք
fact-lens = Տեսանկյուն
fact-seat = Նստավայր
fact-called = Կոչվում է
fact-described = Նկարագրություն
fact-context = Համատեքստ
fact-place_rank = Չափը քարտեզին, 1՝ ամենամեծը
fact-author = Հեղինակ
fact-editor = Խմբագիր
fact-container-title = Հրատարակություն
fact-volume = Հատոր
fact-issue = Համար
fact-page = Էջ
fact-publisher = Հրատարակիչ
fact-publisher-place = Հրատարակման վայր
fact-issued = Հրատարակված
fact-accessed = Դիտված
fact-archive = Արխիվ
fact-archive-place = Արխիվի վայր
fact-archive_location = Տեղն արխիվում
fact-type = Տեսակ
word-kind-body = մարմին
word-kind-person = անձ
word-kind-capital = մայրաքաղաք
word-kind-city = մեծ քաղաք
word-kind-town = քաղաք
word-kind-village = գյուղ
word-kind-station = երկաթուղային կայարան
word-kind-pass = լեռնանցք
word-kind-bridge = կամուրջ
word-kind-peak = գագաթ
word-kind-front = ճակատ
word-kind-region = երկրամաս
word-kind-country = երկիր
word-kind-river = գետ
word-kind-railway = երկաթուղի
word-kind-line = գիծ
word-kind-monastery = վանք
word-kind-stands = տեղում է
word-kind-arrives = ժամանած
word-kind-leaves = հեռացած
word-kind-bound-for = ճանապարհին
word-kind-ordered = հրամայված է գնալ
word-kind-expected = սպասվում է
word-kind-potential = կարելի էր հավաքել
word-authority-decision = որոշում է
word-authority-official = պաշտոնական
word-authority-individual = անհատական
word-echelon-army = բանակ
word-echelon-corps = կորպուս
word-echelon-division = դիվիզիա
word-echelon-brigade = բրիգադ
word-echelon-regiment = գունդ
word-echelon-battalion = գումարտակ
word-echelon-company = վաշտ
word-echelon-detachment = ջոկատ
word-echelon-delegation = պատվիրակություն
word-arm-infantry = հետևակ
word-arm-cavalry = հեծելազոր
word-arm-artillery = հրետանի
word-arm-mixed = մի քանի զորատեսակ
word-arm-machine-guns = գնդացիրներ
word-arm-train = զրահագնացք
word-arm-militia = աշխարհազոր կամ կամավորներ
word-arm-navy = նավեր
word-arm-air = ինքնաթիռներ
word-extent-whole = ամբողջը
word-extent-part = մասը
word-about-identity = ինքնություն
word-about-place = վայր
word-about-answer = պատասխան
word-about-stance = դիրքորոշում
word-about-wording = ձևակերպում
word-about-holder = վերահսկող
word-about-strength = թվաքանակ
word-about-figures = թվեր
word-about-date = ամսաթիվ
word-stance-claims = հավակնում է
word-stance-assigns = կտար
word-stance-recognises = ճանաչում է պատկանելությունը
word-stance-disputed = վիճելի է կոչում
word-stance-renounces = հրաժարվում է
word-stance-presses = ուզում է, որ ուրիշը հրաժարվի
word-stance-autonomy = ինքնավարություն է ուզում
word-stance-occupy = ուզում է զորքեր
word-stance-evacuate = ուզում է, որ զորքերը հեռանան
word-stance-declines = չի զբաղեցնի
word-stance-opposes = դեմ է զբաղեցմանը

## Kinds of records in the log, at most 13 letters
log-kind-message = ուղերձ
log-kind-claim = հավակնություն
log-kind-control = վերահսկում
log-kind-unit = զորքեր
log-kind-event = դեպք
log-kind-person = անձ
log-kind-place = վայր
log-kind-contradiction = պատումներ

## Names in a case of which the atlas has no form
name-genitive = { $name }-ի
name-dative = { $name }-ին
name-ablative = { $name }-ից
name-locative = { $name }-ում
