# Every word of the interface, in English.
app-name = Araxes
lecture = Лекция
kiosk = Киоск
lens-claims = Притязания
lens-control = Контроль
lens-title-claims = Кто на что притязал
lens-title-control = Кто что удерживал
lens-title-of = Как это видит { $name }
lens-told = { $lens }, по словам { $who-genitive }
a-voice = Голос…
old-style = { $date } по старому стилю
what-changed = Что изменилось
nothing-changed = Ни ответы, ни удерживающие стороны не отличаются от предыдущего дня
nothing-changed-between = Ни ответы, ни удерживающие стороны первого и последнего дня не отличаются
lens-named = Взгляд: { $name }
nothing-selected = Нажмите на район, чтобы прочесть, с чьих слов у него этот цвет. Потяните шкалу времени или нажмите пробел, чтобы увидеть, как он меняется. F1 объясняет все знаки и клавиши.
of-the-day = В этот день
no-statement = высказываний в записях нет
hearsay = по словам { $who-genitive }
possibly = возможно
inherited = сказано относительно { $area-genitive }
condition = условие
since = с { $date }
begun-between = началось между { $from } и { $to }
said = сказано: { $date }
undated = без даты
as-of = сведения: { $date }
possibly-so = Возможно: { $what }
possibly-when = Возможно, { $when }: { $sentence }
record-ends = Здесь записи кончаются
record-covers = Этот атлас охватывает время с { $from } по { $to }. О том, что было потом, в нём нет.
record-covers-epilogue = Этот атлас охватывает время с { $from } по { $to }, а некоторые записи — до { $end }. О том, что было потом, в нём нет.
some-time-after = когда-то после { $date }
not-after = не позже { $date }
outline = Названия и контур
undated-records = Без даты: есть в записях, но ни под одним днём
undated-of-day = Без даты: может быть, этого дня
possibly-of-day = Возможно, в этот день
until = до { $date }
message = Сообщение
stance = Позиция
read-in = Прочитано в
cites = Ссылается на
cite-author-year = { $author } { $year }
cite-page = с. { $page }
cite-pages = { $count ->
    [one] с. { $pages }
   *[other] с. { $pages }
}
cite-note = сн. { $note }
cite-note-elsewhere = сн. { $note } (напечатана на с. { $page })
cite-no-note = без сноски
# A record as a footnote that names the document first: “Chicherin to Orjonikidze, telegram, 3 July 1920,
# RGASPI f. 64, op. 1, d. 21, l. 3–3v, in İsmayılov 2019, 174 n. 20.”
footnote = { $parts }.
footnote-message = { $kind }: { $from } — { $to-dative }, { $date }
footnote-message-from = { $kind } { $from-genitive }, { $date }
footnote-message-to = { $kind } { $to-dative }, { $date }
footnote-message-alone = { $kind }, { $date }
footnote-statement = { $who } — { $what }, { $date }
footnote-record = { $what } ({ $date })
footnote-page-note = { $page }, сн. { $note }
footnote-original-in = { $original }, цит. по: { $work }
footnote-in = { $work }
register-claim = { $sentence } ({ $voices })
area-not-named = территория не названа
not-seen = этот атлас не видел
held-by = Удерживает
others-on-day = Другие, { $date }
only-possible = В этот день лишь возможно
all-fields = Всё, что есть в записи
other-reports = Другие сведения
report = Сведения
sent-or-received = Отправлено или получено
seat-of = Местопребывание { $party-genitive }
view-changes = Что изменилось
view-whole = Крупнее
view-below = Под картой
more-views = Ещё…
key = Обозначения
show-key = Свернуть или развернуть обозначения
next-sign = Следующий знак на карте, в порядке чтения
previous-sign = Предыдущий знак
ui-larger = Всё крупнее
ui-smaller = Всё мельче
ui-usual = Обычный размер
type-a-name = Введите название или имя
no-party = Не от стороны
lens-blank = Для этого взгляда в записях этого дня ничего нет. Есть для этих:
lens-blank-all = Ни для одного взгляда в записях этого дня ничего нет.
days-a-second = { $count ->
    [1] день в секунду
    [one] { $count } день в секунду
    [few] { $count } дня в секунду
   *[other] { $count } дней в секунду
}
seconds-a-day = день за { $seconds } с
records-of-day = { $count ->
    [1] одна запись этого дня
    [one] { $count } запись этого дня
    [few] { $count } записи этого дня
   *[other] { $count } записей этого дня
}
epilogue-about = Переход к { $days }
key-time-line = Шкала времени: столбик над дорожками тем выше, чем больше записей у этого дня. Штрих на дорожке — запись этого дня, тёмная полоса — дни, к которым запись относится достоверно, бледная — дни, к которым она может относиться.
changes-count = { $count ->
    [1] одно различие
    [one] { $count } различие
    [few] { $count } различия
   *[other] { $count } различий
}
changes-with-papers = До и после, с источниками
told-two-ways = Рассказано по-разному
told-in-ways = { $count ->
    [1] Рассказано в одной версии
    [one] Рассказано по-разному, { $count } версия
    [few] Рассказано по-разному, { $count } версии
   *[other] Рассказано по-разному, { $count } версий
}
words-used = Слова здесь
groups = Входит в
of-this-party = У этой стороны
named-in-claims = Упоминается в притязаниях
holdings = По сообщениям, удерживает
holdings-denied = По сообщениям, не удерживает
came-from-here = Вышли отсюда
dated-by-it = Датировано этим
yes = да
quoted = «{ $words }»
counted-by = { $number }, по подсчёту { $who-genitive }
fit-direct = сноска стоит при фразе
fit-passage = сноска стоит дальше и может относиться к фразе
fit-none = сноски к фразе нет
fact-kind = Вид
fact-term = Термин
fact-short = Кратко
fact-sentence = Значение
fact-forms = Пишется также
fact-title = Название
fact-gist = Что говорится
fact-names = Имена
fact-sent = Послано
fact-when = Дата
fact-as_written = Как написано
fact-calendar = Календарь
fact-earliest = Не раньше
fact-latest = Не позже
fact-until = Последний день действия
fact-after = После
fact-before = До
fact-received = Получено
fact-deadline = Срок
fact-from = От кого
fact-to = Кому
fact-addressee_as_written = Адресат, как написано
fact-voices = Чьи слова
fact-stance = Позиция
fact-stance_as_written = Позиция, как написано
fact-by = Чьи войска
fact-of = Чей отказ
fact-condition = Условие
fact-message = Сказано в
fact-message_doubtful = Сомнительно, что это сказано в этом сообщении
fact-rank = Порядок среди слов одного дня
fact-holder = Удерживает
fact-holder_as_written = Удерживает, как написано
fact-not = Не удерживает
fact-extent = Охват
fact-area = Территория
fact-area_as_written = Территория, как написано
fact-at = Где
fact-at_as_written = Место, как написано
fact-strength = Численность
fact-about = О чём
fact-claims = Что заявлено
fact-reply_to = Отвечает на
fact-people = Кто
fact-places = Где
fact-records = Записи
fact-sources = Источники
fact-tellings = Версии
fact-handling = Как показывает атлас
fact-mark = Отмечено на карте
fact-basis = Опирается на
fact-told_by = Со слов
fact-reason = Почему такой вес
fact-note = Примечание
fact-plain = Простыми словами
fact-in_plain_words = Простыми словами
fact-party = Сторона
fact-authority = Вес
fact-offices = Должность
fact-precision_km = Точность места, км
fact-coordinate_source = Источник места
fact-height_m = Высота, м
fact-height_source = Источник высоты
fact-area_km2 = Площадь контура, км²
fact-historical_area_km2 = Площадь, напечатанная тогда, км²
fact-historical_area_source = Напечатано в
word-basis-document = документ: источник передаёт слова документа
word-basis-narrative = рассказ: так рассказывает автор источника
word-basis-gloss = толкование: как автор понял, о ком или о чём говорит документ
word-basis-inference = вывод: заключено по действиям
word-basis-author = автор: суждение автора источника
word-calendar-new = по новому стилю
word-calendar-old = по старому стилю
reports-without-room = { $count ->
    [one] для { $count } сообщения о войсках здесь нет места
   *[other] для { $count } сообщений о войсках здесь нет места
}
troops = Войска
messages = Сообщения
claims = Притязания
control = Контроль
units = Войска
events = События
play = Пуск
pause = Пауза
previous-day = День назад
next-day = День вперёд
previous-change = Перемена назад
next-change = Перемена вперёд
zoom-in = Ближе
zoom-out = Дальше
zoom-home = Вся карта
type-date = Ввести дату
returning = Возврат к началу через { $seconds } с
step-of = { $step } из { $count }
slide-on-the-map = На карте
slide-letters-open = со слов других или лишь возможно
slide-told-by = { $words }, по словам { $who-genitive }
slide-claimed = { $certainty ->
    [possible] возможно, притязания { $parties-genitive }
   *[other] притязания { $parties-genitive }
}
slide-assigns = { $certainty ->
    [possible] возможно, предложено передать { $parties-dative }
   *[other] предложено передать { $parties-dative }
}
slide-recognises = { $certainty ->
    [possible] возможно, признано за { $parties-instrumental }
   *[other] признано за { $parties-instrumental }
}
slide-disputed = { $certainty ->
    [possible] возможно, названо спорным
   *[other] названо спорным
}
slide-renounced = { $certainty ->
    [possible] возможно, предложен отказ от притязания
   *[other] предложен отказ от притязания
}
slide-pressed = { $certainty ->
    [possible] возможно, добиться отказа других
   *[other] добиться отказа других
}
slide-autonomy = { $certainty ->
    [possible] возможно, дать автономию
   *[other] дать автономию
}
slide-occupy = { $certainty ->
    [possible] возможно, поставить здесь { $troops }
   *[other] поставить здесь { $troops }
}
slide-evacuate = { $certainty ->
    [possible] возможно, вывести { $troops }
   *[other] вывести { $troops }
}
slide-declined = { $certainty ->
    [possible] возможно, отказ { $parties-genitive } от занятия
   *[other] отказ { $parties-genitive } от занятия
}
slide-opposed = { $certainty ->
    [possible] возможно, есть возражение против занятия
   *[other] есть возражение против занятия
}
slide-held = { $certainty ->
    [possible] возможно, под контролем { $parties-genitive }
   *[other] под контролем { $parties-genitive }
}
speaker-role = { $name }, { $role }
speaker-side = { $name }, от { $party-genitive }
speaker-by-kind = { $kind }: { $who }
speaker-and-one = { $first } и { $second }
speaker-and-more = { $first } и ещё { $count ->
    [1] один
   *[other] { $count }
}
days-in-short = { $first } – { $last }
change-tour-opening = Перемена за переменой
change-tour-closing = Здесь записи кончаются
change-tour-last = Последняя из этих перемен: { $date }. О том, что было потом, не рассказано.
change-tour-one-of = { $at } из { $count }: { $words }
change-tour-known = Меняется то, что известно
change-tour-change = { $areas }: { $words }
change-tour-cut = { $words }…
date-slider = Дата
map = Карта
claims-mine = { $party }{ $certainty ->
    [possible] , возможно, притязает
   *[other] {" "}притязает
} на { $count ->
    [1] эту территорию
   *[other] эти территории
}
assigns = { $party }{ $certainty ->
    [possible] , возможно, предлагает
   *[other] {" "}предлагает
} передать { $count ->
    [1] эту территорию
   *[other] эти территории
} { $to-dative }
recognises = { $party }{ $certainty ->
    [possible] , возможно, признаёт
   *[other] {" "}признаёт
} { $count ->
    [1] эту территорию
   *[other] эти территории
} за { $to-instrumental }
disputed = { $party }{ $certainty ->
    [possible] , возможно, называет
   *[other] {" "}называет
} { $count ->
    [1] эту территорию спорной
   *[other] эти территории спорными
}
renounces = { $party }{ $certainty ->
    [possible] , возможно, отказывается
   *[other] {" "}отказывается
} от { $count ->
    [1] этой территории
   *[other] этих территорий
}
renounces-to = { $party }{ $certainty ->
    [possible] , возможно, уступает
   *[other] {" "}уступает
} { $count ->
    [1] эту территорию
   *[other] эти территории
} { $to-dative }
presses = { $party }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
} отказа { $of-genitive } от { $count ->
    [1] этой территории
   *[other] этих территорий
}
autonomy = { $party }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
} автономии для { $count ->
    [1] этой территории
   *[other] этих территорий
}
occupy = { $party }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
}, чтобы там стояли { $troops }
evacuate = { $party }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
}, чтобы ушли { $troops }
declines = { $party }{ $certainty ->
    [possible] , возможно, отказывается
   *[other] {" "}отказывается
} занимать { $count ->
    [1] эту территорию
   *[other] эти территории
}
opposes = { $party }{ $certainty ->
    [possible] , возможно, возражает
   *[other] {" "}возражает
} против занятия { $count ->
    [1] этой территории
   *[other] этих территорий
} силами { $by-genitive }
opposes-own = { $party }{ $certainty ->
    [possible] , возможно, возражает
   *[other] {" "}возражает
} против того, чтобы { $count ->
    [1] эту территорию
   *[other] эти территории
} занимали { $troops }
opposes-any = { $party }{ $certainty ->
    [possible] , возможно, возражает
   *[other] {" "}возражает
} против занятия { $count ->
    [1] этой территории
   *[other] этих территорий
}
held = { $party }{ $certainty ->
    [possible] , возможно, удерживает
   *[other] {" "}удерживает
} { $extent ->
    [part] часть { $count ->
        [1] этой территории
       *[other] этих территорий
    }
   *[other] { $count ->
        [1] эту территорию
       *[other] эти территории
    }
}
now-nothing = { $party }: теперь в записях ничего
held-no-more = контроль { $party-genitive } над { $count ->
    [1] этой территорией
   *[other] этими территориями
} в записях больше не значится
now-certain = теперь достоверно: { $sentence }
no-longer-certain = больше не достоверно: { $sentence }
now-own-words = теперь собственными словами: { $sentence }
sentence-word = { $sentence }, { $word }
occupy-own = { $party }{ $certainty ->
    [possible] , возможно, хочет поставить там свои войска
   *[other] {" "}хочет поставить там свои войска
}
legend-claimed = { $certainty ->
    [possible] возможно, притязания { $parties-genitive }
   *[other] притязания { $parties-genitive }
}
legend-claimed-and-held = { $certainty ->
    [possible] возможно, притязания и контроль { $parties-genitive }
   *[other] притязания и контроль { $parties-genitive }
}
legend-claimed-own = { $parties }{ $certainty ->
    [possible] , возможно, притязает
   *[other] {" "}притязает
}
legend-assigns = { $certainty ->
    [possible] возможно, передать { $parties-dative }
   *[other] передать { $parties-dative }
}
legend-recognises = { $certainty ->
    [possible] возможно, признано за { $parties-instrumental }
   *[other] признано за { $parties-instrumental }
}
legend-disputed = { $certainty ->
    [possible] возможно, спорно
   *[other] спорно
}
legend-renounced = { $certainty ->
    [possible] возможно, предложен отказ
   *[other] предложен отказ
}
legend-pressed = { $certainty ->
    [possible] возможно, добиться отказа других
   *[other] добиться отказа других
}
legend-autonomy = { $certainty ->
    [possible] возможно, дать автономию
   *[other] дать автономию
}
legend-occupy = { $certainty ->
    [possible] возможно, поставить войска { $parties-genitive }
   *[other] поставить войска { $parties-genitive }
}
legend-occupy-own = { $parties }{ $certainty ->
    [possible] , возможно, хочет там своих войск
   *[other] {" "}хочет там своих войск
}
legend-evacuate = { $certainty ->
    [possible] возможно, вывести войска { $parties-genitive }
   *[other] вывести войска { $parties-genitive }
}
legend-declined = { $certainty ->
    [possible] возможно, отказ { $parties-genitive } от занятия
   *[other] отказ { $parties-genitive } от занятия
}
legend-opposed = { $certainty ->
    [possible] возможно, возражение против занятия
   *[other] возражение против занятия
}
legend-held = { $certainty ->
    [possible] возможно, под контролем { $parties-genitive }
   *[other] под контролем { $parties-genitive }
}
legend-unknown = высказываний нет
legend-hearsay = контурная буква: со слов других
legend-own-name = курсивом: название на языке { $party-genitive }
legend-held-by = Под контролем { $parties-genitive }
legend-possibly-held-by = Возможно, под контролем { $parties-genitive }
legend-held-by-both = Под контролем { $parties-genitive }, возможно, также { $possibly-genitive }
legend-held-in-part = Частично под контролем { $party-genitive }, где именно, не указано
legend-possibly-held-in-part = Возможно, частично под контролем { $party-genitive }, где именно, не указано
legend-town-held-by = Место под контролем { $party-genitive }
legend-town-possibly-held-by = Место, возможно, под контролем { $party-genitive }
in-part = отчасти
legend-unit = войска, где о них сообщали в последний раз
legend-unit-possible = пунктиром: возможно, там
legend-message = сообщение этого дня
legend-group-wanted = Чего хотели
legend-group-held = Кто удерживал
legend-group-certainty = Степень достоверности
legend-group-troops = Войска
legend-group-messages = Сообщения
legend-group-ground = Местность
legend-arm-infantry = пехота
legend-arm-cavalry = кавалерия
legend-arm-artillery = артиллерия
legend-arm-mixed = разные рода войск
legend-arm-machine-guns = пулемёты
legend-arm-train = бронепоезд
legend-arm-militia = ополчение или добровольцы
legend-arm-navy = корабли
legend-arm-air = авиация
legend-arm-unstated = род войск не указан
legend-echelon-army = армия
legend-echelon-corps = корпус
legend-echelon-division = дивизия
legend-echelon-brigade = бригада
legend-echelon-regiment = полк
legend-echelon-battalion = батальон
legend-echelon-company = рота
legend-echelon-detachment = отряд
legend-strength = сто человек; орудие
legend-arrived = дошли, как сообщали
legend-bound = на пути туда
legend-no-holder = кто удерживал, не записано
legend-aged = бледнее: сведения старее
legend-seat = столица за пределами карты
legend-boundary-1 = граница, по описанию
legend-boundary-2 = реконструирована
legend-boundary-3 = по реке или гребню
legend-railway = железная дорога
legend-place-capital = столица
legend-place-town = город
legend-place-village = деревня
legend-place-peak = вершина
legend-place-pass = перевал или мост
legend-twice = рассказано по-разному
place-not-stated = место не указано
day-not-known = день неизвестен
report-of = { $unit }:
message-caption = { $day }, { $kind }: { $from } — { $to-dative }
message-caption-to-nobody = { $day }, { $kind } { $from-genitive }
person-at = { $person } ({ $place })
fix-arrives = прибытие
fix-leaves = уход
fix-bound-for = в пути
fix-ordered = приказ идти
fix-expected = ожидание
fix-potential = можно собрать
message-telegram = телеграмма
message-letter = письмо
message-note = нота
message-ultimatum = ультиматум
message-order = приказ
message-decision = решение
message-speech = речь
message-talk = беседа
message-phone = телефонный разговор
message-unstated = сообщение неуказанной формы
strength-men = { $n ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}
strength-bayonets = { $n ->
    [one] { $count } штык
    [few] { $count } штыка
   *[other] { $count } штыков
}
strength-infantry = { $count } чел. пехоты
strength-cavalry = { $count } чел. кавалерии
strength-guns = { $n ->
    [one] { $count } орудие
    [few] { $count } орудия
   *[other] { $count } орудий
}
strength-machine-guns = { $n ->
    [one] { $count } пулемёт
    [few] { $count } пулемёта
   *[other] { $count } пулемётов
}
strength-artillerymen = { $n ->
    [one] { $count } артиллерист
    [few] { $count } артиллериста
   *[other] { $count } артиллеристов
}
strength-officers = { $n ->
    [one] { $count } офицер
    [few] { $count } офицера
   *[other] { $count } офицеров
}
strength-battalions = { $n ->
    [one] { $count } батальон
    [few] { $count } батальона
   *[other] { $count } батальонов
}
strength-batteries = { $n ->
    [one] { $count } батарея
    [few] { $count } батареи
   *[other] { $count } батарей
}
strength-regiments = { $n ->
    [one] { $count } полк
    [few] { $count } полка
   *[other] { $count } полков
}
strength-companies = { $n ->
    [one] { $count } рота
    [few] { $count } роты
   *[other] { $count } рот
}
strength-trains = { $n ->
    [one] { $count } поезд
    [few] { $count } поезда
   *[other] { $count } поездов
}
strength-divisions = { $n ->
    [one] { $count } дивизия
    [few] { $count } дивизии
   *[other] { $count } дивизий
}
strength-brigades = { $n ->
    [one] { $count } бригада
    [few] { $count } бригады
   *[other] { $count } бригад
}
strength-ships = { $n ->
    [one] { $count } корабль
    [few] { $count } корабля
   *[other] { $count } кораблей
}
strength-aircraft = самолётов: { $count }
up-to = до { $count }
about = примерно { $count }
at-least = минимум { $count }
from-to = { $from }–{ $to }
named-words = { $name }: { $words }
list-comma = { ", " }
list-semicolon = { "; " }
list-and = { $first } и { $last }
thousands = { "\u00A0" }
decimal = ,
# Digits from which thousands are separated.
thousands-from = 5
metres = { $count } м
kilometres = { $count } км
versts = { $count ->
    [one] { $count } верста
    [few] { $count } версты
   *[other] { $count } вёрст
}
miles = { $count ->
    [one] { $count } миля
    [few] { $count } мили
   *[other] { $count } миль
}
latitude-north = { $degrees } с. ш.
latitude-south = { $degrees } ю. ш.
longitude-east = { $degrees } в. д.
longitude-west = { $degrees } з. д.
year-before = { $year } г. до н. э.
full-date = { $date } { $year } года
month-year = { $month } { $year } года
between-dates = между { $from } и { $to }
about-date = около { $date }
day-of-month = { $day } { $month }
weekday-year = { $weekday }, { $year } год
month-1 = январь
month-of-1 = января
month-2 = февраль
month-of-2 = февраля
month-3 = март
month-of-3 = марта
month-4 = апрель
month-of-4 = апреля
month-5 = май
month-of-5 = мая
month-6 = июнь
month-of-6 = июня
month-7 = июль
month-of-7 = июля
month-8 = август
month-of-8 = августа
month-9 = сентябрь
month-of-9 = сентября
month-10 = октябрь
month-of-10 = октября
month-11 = ноябрь
month-of-11 = ноября
month-12 = декабрь
month-of-12 = декабря
weekday-1 = Понедельник
weekday-2 = Вторник
weekday-3 = Среда
weekday-4 = Четверг
weekday-5 = Пятница
weekday-6 = Суббота
weekday-7 = Воскресенье
to-epilogue = Эпилог
to-main-part = Назад: { $years }
from-to-people = { $from } — { $to-dative }
show-troops = Войска
show-messages = Сообщения
show-holders = Контроль
last-message = Последнее сообщение до этого, { $date }: { $gist }
lens-about-claims = Все притязания, действующие в этот день, рядом; лента внутри контура говорит, кто удерживал землю.
lens-about-control = Кто что удерживал в этот день, как об этом сообщали, и не дальше того, что в сообщениях сказано.
lens-about-of = Каждый район — цветом того, чего для него хочет { $name }, по записям.
what-was-sent = Что отправлено в этот день
nothing-sent = Этим днём не датировано ни одно сообщение
plate-note = Войска показаны лишь там, где их помещают датированные сведения.
plate-state = Чтобы снова открыть этот вид: araxes --state со значением { $state }
source-line = Источник: { $source }
legend-relief = рельеф по высотам через { $km } км
legend-today = нынешняя граница
legend-frontier = граница между государствами
show-today = Нынешние границы
outside = за пределами районов
boundary = Граница между
precision-1 = По описанию: точечная
precision-2 = Реконструирована: штриховая
precision-3 = По реке, гребню или межёванной границе: сплошная
north = С
# The archive desk: what the records go back to, and the list to take to a reading room.
view-archives = Архивы
desk-cited-twice = На лист { $leaf } ссылаются две сноски: { $first } и { $second }. Прежде чем ссылаться на него, стоит проверить в архиве.
desk-sheet-title = Посмотреть в архивах: { $atlas }
desk-sheet-about = Все архивные дела, к которым восходят записи, и листы, которые нужно запросить. Для этого атласа их никто не видел; шифры взяты из сносок, где на них ссылаются.
desk-sheet-line = { $leaves } – { $what } ({ $days })
desk-sheet-read = Ссылаются: { $cites }; записи: { $records }
desk-no-leaf = лист не назван
desk-file-count = { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[other] { $count } записей
}
desk-printed = Книги, газеты и сеть
desk-nowhere = Ни в одном архиве
desk-nowhere-about = Записей, которые не восходят ни к одному архиву: { $count } из { $all }. Они прочитаны в печати или только в самом источнике.
desk-twice-count = { $count ->
    [one] { $count } лист упомянут дважды
    [few] { $count } листа упомянуты дважды
   *[other] { $count } листов упомянуты дважды
}
desk-for-room = Список для читального зала…
# The working list: records that the reader has chosen.
view-list = Рабочий список
list-star = Внести в рабочий список или убрать из него
list-add = Внести в рабочий список
list-remove = Убрать из рабочего списка
list-empty = В списке пока ничего нет. Нажмите S на любой записи или звёздочку над ней.
list-note = Ваша заметка
list-seen-by-me = Просмотрено мной
list-seen = просмотрено { $date }
list-seen-at = просмотрено { $date }: { $shelf }
list-seen-day = День
list-shelf-mark = Шифр
list-up = Выше
list-down = Ниже
list-by-date = По датам
list-undo = Отменить
list-export = Сохранить список…
list-copy = Копировать сноски
list-missing = Записи { $record } ({ $title }) в этом атласе нет.
list-title = Рабочий список: { $atlas }
list-kept-in = Хранится здесь: { $path }
list-not-kept = Не записано: { $error }
list-unreadable = Не удаётся прочесть список { $path }, он оставлен как есть: { $error }
list-footnotes = Сноски
footnote-one = Сноска
list-markdown = Markdown
list-bibtex = BibTeX
list-csl = CSL-JSON
export = Экспорт…
export-to = Сохранить как
export-save = Сохранить
export-copy = Копировать
export-saved = Сохранено: { $path }
export-busy = Картинка готовится…
save-choose = Выбрать…
save-none-chosen = Системное окно не указало путь. Путь можно написать выше.
save-replace-ask = Файл { $path } уже есть. Заменить его?
save-replace = Заменить
save-keep = Оставить
save-is-folder = { $path } — папка; дайте файлу имя
save-no-folder = Папки { $path } нет
save-failed = Не сохранено: { $reason }
save-records = Сохранить записи
save-records-about = Все записи, которые пропускают фильтры ({ $count }), с их датами, какой бы день ни был показан.
save-archives = Сохранить список для читального зала
save-list = Сохранить рабочий список
save-bom = С меткой порядка байтов, для Excel
form-csv = CSV
form-pdf = PDF
show-in-folder = Показать в папке
close-message = Закрыть
folder-not-shown = Не удалось открыть { $folder }: { $reason }
preview-failed = Предпросмотра нет: { $reason }
copy-failed = Не скопировано: { $reason }
export-copied = Картинка в буфере обмена
theme-paper = Бумага
theme-night = Ночь
theme-print = Печать
theme-high-contrast = Контраст
matrix = Кто чего хотел
find = Поиск, в любом написании
nothing-found = Ничего не найдено
find-reading = Чтение записей: { $part } %
find-all = Все результаты: { $count }
differences-between = { $from } → { $to }: { $count ->
    [one] { $count } различие
    [few] { $count } различия
   *[other] { $count } различий
}
dated-between = Датировано
report-id = Сведения { $id }
kind-message = сообщение
kind-claim = притязание
kind-control = кто удерживал
kind-unit = войска
kind-event = событие
kind-person = лицо
kind-place = место
kind-district = район
kind-source = источник
kind-term = слово
kind-contradiction = рассказано по-разному
kind-party = сторона
from-day-to-day = { $from } – { $to }
not-named = не названо
and-more = и ещё { $count }
and-areas = Перемены и здесь: { $areas }
and-more-voices = и ещё голосов: { $count }
desk = Виды
view-ribbons = Ленты
view-strengths = Численность
view-network = Связи
view-table = Таблица
view-words = Словами
chart-matrix = Кто чего хотел: { $days }
chart-ribbons = Кто чего хотел, { $days }
chart-strengths = Численность каждой силы, по сообщениям, { $days }
chart-network = Кто кому писал, { $days }
month-of-year = { $month } { $year } года
months-of-year = { $from } – { $to } { $year } года
months-of-years = { $from } { $first } – { $to } { $year } года
days-changed = { $count ->
    [1] Единственный день, когда эта карта изменилась
    [one] { $count } день, когда эта карта изменилась
    [few] { $count } дня, когда эта карта изменилась
   *[other] { $count } дней, когда эта карта изменилась
}, { $days }
days-changed-some = { $shown } из { $count } дней, когда эта карта изменилась, { $days }
days-unchanged = Эта карта не изменилась, { $days }
changed-outlined = Обведено: изменилось по сравнению с предыдущей картой
strengths-note = Люди, по сообщениям. Закрашено: собственными словами источника. Пусто: со слов другого. Точками вниз: «до». В ширину: дни, к которым это может относиться. Высота растёт как квадратный корень из числа.
strengths-rest = Не в людях или ни к одному показанному дню не относится
network-of = { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[other] { $count } сообщений
}, { $days }: кто кому писал
nothing-passes = Действующие фильтры не пропускают ни одной записи
drawn-only-from = Показано только: { $filter }
only-party = только { $name }
only-voice = только слова { $name-genitive }
only-archive = только { $name }
only-decision = только решения
only-official = только решения и должностные лица
only-individual = все голоса
only-no-hearsay = без слов понаслышке
only-documents = только документы
only-certain = только достоверное
only-no-hearsay-about = Исключает то, что известно лишь с чужих слов
only-documents-about = Оставляет то, что опирается на слова документа, и исключает то, что рассказывает, толкует или заключает автор
only-certain-about = Оставляет то, что в показанный день достоверно, и исключает то, что лишь возможно
without-kind = без { $kind ->
    [messages] сообщений
    [claims] притязаний
    [control] контроля
    [units] войск
   *[other] событий
}
only-telling = версия { $number }: «{ $title }»
twin-title = { $date }. { $lens }
twin-places = Города и места
twin-claimed = { $districts }: { $certainty ->
    [possible] возможно, притязания { $parties-genitive }
   *[other] притязания { $parties-genitive }
}{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-claimed-own = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, притязает
   *[other] {" "}притязает
} на { $count ->
    [1] эту территорию
   *[other] эти территории
}{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-assigns = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, предлагает
   *[other] {" "}предлагает
} передать { $count ->
    [1] эту территорию
   *[other] эти территории
} { $parties-dative }{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-recognises = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, признаёт
   *[other] {" "}признаёт
} { $count ->
    [1] эту территорию
   *[other] эти территории
} за { $parties-instrumental }{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-disputed = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, называет
   *[other] {" "}называет
} { $count ->
    [1] эту территорию спорной
   *[other] эти территории спорными
}{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-renounced = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, отказывается
   *[other] {" "}отказывается
} от { $count ->
    [1] этой территории
   *[other] этих территорий
}{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-pressed = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
}, чтобы от { $count ->
    [1] этой территории
   *[other] этих территорий
} отказалась другая сторона{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-autonomy = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
} автономии для { $count ->
    [1] этой территории
   *[other] этих территорий
}{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-occupy = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, хочет,
   *[other] {" "}хочет,
} чтобы там стояли войска { $parties-genitive }{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-occupy-own = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
} поставить там свои войска{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-evacuate = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
} ухода войск { $parties-genitive }{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-declined = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, отказывается
   *[other] {" "}отказывается
} занимать { $count ->
    [1] эту территорию
   *[other] эти территории
}{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-opposed = { $districts }: { $who }{ $certainty ->
    [possible] , возможно, возражает
   *[other] {" "}возражает
} против занятия { $count ->
    [1] этой территории
   *[other] этих территорий
}{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-held = { $districts }: { $certainty ->
    [possible] возможно, под контролем { $parties-genitive }
   *[other] под контролем { $parties-genitive }
}{ $hearsay ->
    [yes] , известно лишь с чужих слов
   *[other] {""}
}.
twin-unknown = { $districts }: высказываний в записях нет.
twin-place = { $place }{ $certainty ->
    [possible] , возможно, под контролем
   *[other] {" "}под контролем
} { $who-genitive } ({ $source }).
twin-record = { $certainty ->
    [possible] Возможно, в этот день: { $what }
   *[other] { $what }
} ({ $source })
twin-unit = { $unit }: { $certainty ->
    [possible] возможно,{" "}
   *[other] {""}
}{ $kind ->
    [arrives] прибытие в { $place-accusative }
    [leaves] уход { $place-ablative }
    [bound-for] на пути в { $place-accusative }
    [ordered] приказ дойти до { $place-genitive }
    [expected] ожидается появление { $place-locative }
    [potential] можно набрать { $place-locative }
   *[other] { $place-locative }
}, { $when }{ $counted ->
    [yes] ; { $strength }
   *[other] {""}
} ({ $source }).
second-map = Вторая карта
compare = Сравнить
compare-edge = Граница между двумя картами
swap = Поменять
close = Закрыть
flicker = Мигание
swipe = Шторка
side-by-side = Рядом
same-day = Тот же день
differ-count = { $count ->
    [0] Различий нет
    [one] Различается { $count } район
    [few] Различаются { $count } района
   *[other] Различаются { $count } районов
}
small-maps = Малые карты
open-large = Открыть эту
by-capitals = По столицам
by-days = По дням
next-week = Неделя вперёд
previous-week = Неделя назад
to-start = Первый день
to-end = Последний день основной части
slower = Медленнее
faster = Быстрее
loop = Цикл
by-events = По событиям
all-days = Шкала времени: все дни
clear-range = Один день вместо промежутка
reduced-motion = Движение вкл. или выкл.
back = Назад
forward = Вперёд
undo = Отменить
redo = Повторить
clear-selection = Снять выбор
to-the-day = К этому дню
copy-link = Копировать ссылку на этот вид
link = Ссылка
copy = Копировать
help = Помощь
help-about = Заливка говорит, чего хотят, лента внутри контура — кто удерживает, контур — насколько это известно. Вполсилы и точками либо незакрашенная лента и контурная буква: лишь возможно. Контурная буква у названия: со слов другого.
help-mouse = Карта: тащить — сдвинуть, колесо — масштаб, щелчок — выбрать. Шкала времени: тащить ручку или дорожки — день, тащить над дорожками — промежуток дней, колесо — масштаб, двойной щелчок — все дни. Края панелей можно тащить.
help-time = Время
help-map = Карта
help-views = Виды
help-go = Искать, перейти, сохранить
help-lecture = Лекция
lens-1 = Взгляд: притязания
lens-2 = Взгляд: контроль
lens-3 = Взгляд: первая столица
lens-4 = Взгляд: вторая столица
lens-5 = Взгляд: третья столица
lens-6 = Взгляд: четвёртая столица
lens-7 = Взгляд: пятый
filters = Фильтры
next-language = Следующий язык
language = Язык
hide-inspector = Показать или скрыть панель сведений
lecture-resume = Продолжить лекцию с места остановки
lecture-next = Следующий шаг или ответ
lecture-previous = Предыдущий шаг
lecture-enter = Шаг с набранным номером; назад из отступления; следующий шаг
lecture-first = Первый шаг
lecture-last = Последний шаг
lecture-grid = Обзор всех шагов
lecture-blank = Чёрный экран; любая клавиша возвращает
lecture-white = Белый экран; любая клавиша возвращает
lecture-slider = Шкала времени
lecture-lenses = Первый взгляд; остальные — следующими цифрами
lecture-pen = Перо; линии исчезнут на следующем шаге
lecture-erase = Стереть написанное пером
lecture-again = Показать шаг снова, как был
lecture-window = Во весь экран или в окне
lecture-leave = Покинуть лекцию
lecture-stay = Остаться
lecture-ask = Ещё раз Esc, чтобы выйти
lecture-typed = Шаг { $step } из { $count }: нажмите Enter
lecture-detour = Отступление – Enter возвращает к шагу { $step }
kiosk-leave = Выйти из киоска

# The sheet of all texts of a kiosk.
sheet-title = Все тексты киоска
sheet-about = Что киоск может показать на этом языке: для тех, кто отвечает за выставку. Если у текста есть версия простыми словами, она стоит под полной.
sheet-signed = Прочитано и одобрено
sheet-plain = Простыми словами: { $text }
sheet-first = Для проходящих мимо
sheet-buttons = Слова на кнопках и в сообщениях
sheet-choices = Выбор карты
sheet-signs = Как читать карту
sheet-terms = Объяснение слов
sheet-places = Карточки районов, мест, столиц и войск
sheet-places-about = Каждая карточка — с первым днём, когда на ней это сказано; показана карта всех сторон.
sheet-records = Карточки сообщений и событий
sheet-from = с { $day }

# The operator's page of a kiosk.
operator-pin = PIN-код
operator-wrong = Неверный PIN-код
operator-wait = Подождите { $seconds } с
operator-ok = ОК
operator-close = Назад к киоску
operator-low-reach = Всё в нижней части экрана
operator-idle = Начинать заново через { $seconds } с
operator-clean = Протереть стекло
operator-cleaning = Стекло можно протереть: касания не действуют { $seconds } с
operator-export = Скопировать счётчики и журналы
operator-exported = Счётчики и журналы копируются; о сбоях сказано ниже
operator-reload = Снова прочесть атлас и настройки
operator-asked = Киоск сейчас начнёт заново
operator-shut-down = Закрыть киоск…
operator-shut-down-now = Закрыть киоск сейчас
operator-stay = Пусть работает
operator-uptime = Araxes { $version }, работает { $days } д { $hours } ч { $minutes } мин, перезапусков окна: { $restarts }
operator-work = Память { $memory } МиБ, работа на кадр { $median } мс, не более { $most } мс
operator-atlas = Атлас: { $title }, { $folder }
operator-built-in = внутри программы
operator-showing-wanted = Это тот, который назван в настройках
operator-showing-last-good = В его папке ошибки или сбой, поэтому показана последняя исправная копия
operator-showing-built-in = В его папке ошибки или сбой, а исправной копии нет, поэтому показан атлас внутри программы
operator-today = Сегодня посещений: { $visits }, в среднем по { $seconds } с
operator-refused = Новый атлас не принят: { $list }
operator-faults = В настройках ошибки, поэтому действуют последние исправные: { $list }
operator-not-written = Не удалось записать: { $list }
operator-failure = Почему окно было перезапущено в последний раз: { $failure }
kind-command = команда
a-voice-about = Смотреть глазами одного лица или органа
date-outside = Вне атласа: он охватывает время с { $from } по { $to }
date-slashes = С косой чертой не понять, где день, а где месяц; пишите день.месяц.год или ГГГГ-ММ-ДД
date-short-year = У года в «{ $typed }» нет века; напишите его полностью
date-unreadable = «{ $typed }» — не дата; пишите день.месяц.год, месяц можно словом, или ГГГГ-ММ-ДД
range-hint = Тащите здесь, чтобы выбрать промежуток
range-any = { $days }: в любой из дней
range-all = { $days }: во все дни
range-sum = с { $days }: всё накопленное
take-away = Убрать: { $what }
export-this = Экспорт…
export-table = В CSV
sort-by = Сортировать по этому столбцу
column-when = Когда
column-kind = Что это
column-what = Что говорится
column-read-in = Прочитано в
column-archive = Ссылается на
filter-parties = Только стороны
filter-certainty = Достоверность
filter-authority = С чьих слов
filter-kinds = Исключить
filter-archives = Только из этих архивов
filter-printed = Только из этих книг и статей
filter-passing = Проходит записей: { $count } из { $all }
filters-close = Закрыть фильтры
filter-voices = Только слова
filter-none = Без фильтра
hidden-by-filters = Действующие фильтры исключают эту запись.
go-to-days = К дням: { $days }
draw-this-telling = Показать только эту версию
draw-all-tellings = Снова показать все версии
history-of-colour = Чего хотела каждая столица, по времени
received = получено: { $date }
deadline = срок: { $date }
answered-by = Ответ
place-inferred = место в источнике не указано
changed-with-it = Что изменилось в этот день
records = Записи
sources = Источники
people = Лица и органы
party-not-stated = сторона не указана
strength-reported = Численность, по разным сведениям
the-source = источник
letters-written = Отправлено
letters-received = Получено
statements = Высказывания
told-of-others = Рассказ о других
led = Командование
so-many = { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[other] { $count } записей
}
authority-decision = решает
authority-official = как должностное лицо
authority-individual = от своего лица
copied = Скопировано
saved = Сохранено: { $path }
key-left = Влево
key-right = Вправо
key-up = Вверх
key-down = Вниз
key-space = Пробел
troops-of = войска { $party-genitive }
word-document = собственные слова
word-narrative = как рассказывает автор
word-gloss = как автор понимает документ
word-inference = заключено по действиям
word-author = суждение автора
word-told-by = по словам { $who-genitive }
known-between = когда-то между { $from } и { $to }
known-after = когда-то после { $date }
known-before = не позже { $date }
known-as-of = сведения: { $date }
known-from-to = { $from } – { $to }
said-since = сказано { $first }, в последний раз { $last }
said-of = сказано относительно { $area-genitive }
said-if = условие: { $condition }
place-spot = { $where ->
    [in] { $place-locative }
    [on] { $place-locative }
   *[other] { $place-locative }
}
report-unplaced = место не указано
report-arrives = прибытие в { $place-accusative }
report-arrives-from = прибытие { $from-ablative } в { $place-accusative }
report-crosses = переход в { $place-accusative }
report-crosses-from = переход { $from-ablative } в { $place-accusative }
report-leaves = уход { $place-ablative }
report-leaves-for = уход { $place-ablative } в { $to-accusative }
report-left-for = уход в { $to-accusative }
report-left = уход, откуда именно, не указано
report-bound-for = на пути в { $place-accusative }
report-bound-for-from = на пути { $from-ablative } в { $place-accusative }
report-ordered = приказ дойти до { $place-genitive }
report-ordered-from = приказ дойти { $from-ablative } до { $place-genitive }
report-expected = ожидается появление { $spot }
report-potential = можно набрать { $spot }
report-arrives-unplaced = прибытие, место не указано
report-bound-for-unplaced = на пути, куда именно, не указано
report-ordered-unplaced = приказ идти, куда именно, не указано
report-expected-unplaced = ожидается появление, место не указано
report-potential-unplaced = можно набрать, место не указано
strength-told = { $strength } (по подсчёту { $who-genitive })
sentence-source = { $sentence } ({ $source })
question-whose = чьё: { $sentence }
question-troops = чьи войска: { $sentence }
question-against = против кого: { $sentence }
held-by-whom = { $certainty ->
    [possible] возможно,{" "}
   *[other] {""}
}{ $extent ->
    [part] частично под контролем { $who-genitive }
   *[other] под контролем { $who-genitive }
}
not-held-by-whom = { $certainty ->
    [possible] возможно, не под контролем { $who-genitive }, под чьим, не названо
   *[other] не под контролем { $who-genitive }, под чьим, не названо
}
place-sentence = { $place }: { $sentence }
troops-party = Войска { $party-genitive }
troops-no-party = Войска неуказанной стороны
reported-on = сообщено: { $date }
last-reported = последние сведения: { $date }
force-sentence = { $unit }: { $certainty ->
    [possible] возможно, { $place }
   *[other] { $place }
}{ $counted ->
    [yes] ; { $strength }
   *[other] {""}
}
event-sentence = { $title }: { $gist }
possibly-this-day = возможно, этот день, { $date }
deadline-today = Истекает срок: { $gist }
day-no-claim = притязаний в записях нет
day-no-holder = в записях ничего
day-no-statement = высказываний в записях нет
day-district-without = { $district }: { $nothing }
day-without = Районы: { $nothing }
day-undated = Без даты, возможно, к этому дню
contradiction-line = { $title }: { $count ->
    [one] { $count } версия
    [few] { $count } версии
   *[other] { $count } версий
} ({ $id })
telling-line = – { $text }
claim-of-area = { $area }: { $sentence }
claim-listed = { $voices }: { $area }; позиция не указана
nothing-on-record = в записях ничего
change-nothing = { $who }: { $nothing }
change-line = { $area }: { $before } → { $after }
log-dated = Датировано этими днями
log-wider = Датировано менее точно или началось раньше
log-undated = Без даты
log-people = Лица и органы
log-places = Места
message-sentence = { $from } — { $to-dative }, { $kind }: { $gist }
message-sentence-to-nobody = { $from }, { $kind }: { $gist }
sender-not-stated = отправитель не указан
headline-claims = { $party }{ $certainty ->
    [possible] , возможно, притязает
   *[other] {" "}притязает
} на { $areas-accusative }
headline-assigns = { $party }{ $certainty ->
    [possible] , возможно, предлагает
   *[other] {" "}предлагает
} передать { $to-dative } { $areas-accusative }
headline-recognises = { $party }{ $certainty ->
    [possible] , возможно, признаёт
   *[other] {" "}признаёт
} за { $to-instrumental } { $areas-accusative }
headline-disputed = { $party }{ $certainty ->
    [possible] , возможно, называет
   *[other] {" "}называет
} спорной территорией { $areas-accusative }
headline-renounces = { $party }{ $certainty ->
    [possible] , возможно, отказывается
   *[other] {" "}отказывается
} от { $areas-genitive }
headline-renounces-to = { $party }{ $certainty ->
    [possible] , возможно, уступает
   *[other] {" "}уступает
} { $to-dative } { $areas-accusative }
headline-presses = { $party }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
} отказа { $of-genitive } от { $areas-genitive }
headline-autonomy = { $party }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
} автономии для { $areas-genitive }
headline-occupy = { $party }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
}, чтобы { $areas-locative } стояли { $troops }
headline-occupy-own = { $party }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
} поставить свои войска { $areas-locative }
headline-evacuate = { $party }{ $certainty ->
    [possible] , возможно, хочет
   *[other] {" "}хочет
}, чтобы { $areas-ablative } ушли { $troops }
headline-declines = { $party }{ $certainty ->
    [possible] , возможно, отказывается
   *[other] {" "}отказывается
} занимать { $areas-accusative }
headline-opposes = { $party }{ $certainty ->
    [possible] , возможно, возражает
   *[other] {" "}возражает
} против занятия { $areas-genitive } силами { $by-genitive }
headline-opposes-any = { $party }{ $certainty ->
    [possible] , возможно, возражает
   *[other] {" "}возражает
} против занятия { $areas-genitive }
headline-takes = { $troops } занимают { $areas-accusative }
headline-now-held = { $areas } теперь под контролем { $party-genitive }
headline-held = { $areas }{ $certainty ->
    [possible] , возможно,{" "}
   *[other] {" "}
}{ $extent ->
    [part] частично под контролем { $party-genitive }
   *[other] под контролем { $party-genitive }
}
headline-unit = { $unit }: { $place }
headline-told = как сообщают: { $sentence }
headline-read = { $sentence }, { $basis ->
    [inference] по выводу
   *[other] по толкованию
}
headline-by-kind = { $kind }: { $sentence }
headline-nothing = Записей с датой { $date } нет
headline-no-holder = Новой удерживающей стороны в записях нет: { $date }
headline-nothing-of = От { $who-genitive } записей с датой { $date } нет
headline-last = Последнее до этого, { $date }: { $sentence }
headline-lens-empty = В этот день для этого взгляда в записях ничего нет.
more-areas = { $count ->
    [one] ещё { $count } территория
    [few] ещё { $count } территории
   *[other] ещё { $count } территорий
}
message-from-to = { $kind }: { $from } — { $to-dative }
talk-between = { $kind }: { $from } и { $to }
message-from = { $kind } { $from-genitive }
message-to = { $kind } { $to-dative }
plate-name = ARAXES
callout-taken = Занято, { $date }
callout-reported = В записях, { $date }
changed-since = Что изменилось с { $date }
change-lost = { $areas }: контроль { $party-genitive } в записях больше не значится
change-unsaid = { $areas }: от { $party-genitive } в записях теперь ничего
change-held = { $areas } — { $held }
change-holder = { $areas } — { $held }, прежде { $before-genitive }
and-more-messages = { $count ->
    [one] и ещё { $count } сообщение
    [few] и ещё { $count } сообщения
   *[other] и ещё { $count } сообщений
}
projection-name = Равноугольная коническая проекция Ламберта
projection-azimuthal = Равновеликая азимутальная проекция Ламберта
projection-world = Проекция Equal Earth
map-scale = 1 : { $ratio }

# What people take home from a lecture
take-home-map = Карта: { $what }.
handout-what = Что это
handout-about = { $count ->
    [one] По странице на { $count } шаг лекции
    [few] По странице на каждый из { $count } шагов лекции
   *[other] По странице на каждый из { $count } шагов лекции
}: слайд, каким его видел зал, что из него следует и записи, на которые он опирается, со страницей, сноской и архивом. Последние страницы объясняют цвета и знаки и перечисляют все указанные источники.
handout-notes-about = { $count ->
    [one] По странице на { $count } шаг лекции
    [few] По странице на каждый из { $count } шагов лекции
   *[other] По странице на каждый из { $count } шагов лекции
}: слайд, каким его видел зал, что из него следует, заметки лектора и записи, на которые он опирается, со страницей, сноской и архивом. Последние страницы объясняют цвета и знаки и перечисляют все указанные источники.
handout-sheet-about = { $count ->
    [one] Рабочий лист: карта { $count } шага лекции
    [few] Рабочий лист: карты { $count } шагов лекции
   *[other] Рабочий лист: карты { $count } шагов лекции
} и строки для заголовка, ответов и заметок. Заголовки и ответы лекции стоят на отдельной странице после последней карты.
handout-whose = Чей это рассказ
handout-note = Насколько верить карте
handout-map-data = Данные карты
handout-steps = Шаги
handout-speaker = Что говорит лектор
handout-question = Вопрос
handout-answer = Ответ
handout-answers = Заголовки и ответы
handout-records = На что это опирается
handout-people = Названные лица и органы: { $people }
handout-your-headline = Ваш заголовок для этой карты
handout-your-notes = Ваши заметки
handout-how-to-read = Как читать карты
handout-bibliography = Источники
handout-read = Прочитано для этого атласа
handout-named = Названо в сносках прочитанного; этот атлас не видел
slides-answer-title = { $headline } – ответ
slides-records = Записи: { $records }
page-not-translated = (не переведено)
page-legend = На карте
page-languages = Язык
page-steps = Шаги
page-previous = Назад
page-next = Далее
page-go-to = К шагу
language-en = English
language-az = Azərbaycanca
language-tr = Türkçe
language-ru = Русский
language-hy = Հայերեն

# The presenter's view of a lecture
presenter = Вид лектора
presenter-pause = Пауза
presenter-start = Начать
presenter-reset = Сброс
presenter-black = Чёрный
presenter-white = Белый
presenter-short = Краткая версия, { $count } мин
presenter-swap = Поменять экраны
presenter-close = Закрыть (P)
presenter-to-slide = Зал видит это: назад к слайду (P)
presenter-not-started = начнётся со следующим шагом
presenter-early = опережение: { $time }
presenter-on-time = вовремя, здесь осталось { $time }
presenter-slow = медленно: +{ $time }
presenter-late = поздно: +{ $time }
presenter-sees-black = Зал видит чёрный экран
presenter-sees-white = Зал видит белый экран
presenter-sees-detour = Зал видит отступление; Enter возвращает
presenter-step = Шаг { $step } из { $count } · по плану до { $time }
presenter-next = Далее
presenter-previous = Назад
presenter-then = Далее
presenter-then-answer = Затем ответ
presenter-end = Конец
presenter-notes = Заметки
presenter-larger = Заметки крупнее
presenter-smaller = Заметки мельче
presenter-no-notes = У этого шага нет заметок.
presenter-asks = Спросите зал
presenter-answers = Ответ

# What people take home from a lecture, from the window
take-home = С собой
take-home-tour = Лекция
take-home-no-tour = В этом атласе нет лекции
take-home-handout = Конспект (PDF)
take-home-handout-about = А4, по странице на шаг, с записями, знаками и источниками
take-home-sheet = Лист слушателя (PDF)
take-home-sheet-about = Карты со строками для записи; заголовки и ответы на странице в конце
take-home-slides = Слайды (PPTX)
take-home-slides-about = Картинки с заголовками и заметками лектора, для офисных программ
take-home-page = Страница (HTML)
take-home-page-about = Один файл для браузера, показывающий лекцию без сети
take-home-notes = С заметками лектора
take-home-progress = { $step } из { $count }
take-home-cancel = Отмена
take-home-cancelled = Отменено; ничего не записано
take-home-lecture = Конспект, слайды или страница лекции…

# Making a tour
tour-new-title = Моя экскурсия
tour-copy-title = { $title }, моя копия
tour-kept = Сохранено как шаг { $step } экскурсии «{ $title }». Ctrl+Z отменяет.
tour-left-day = Второй день сравнения опущен: у шага один день.
tour-left-maps = Малые карты опущены: у шага одна или две карты.
tour-has-faults = В { $path } есть ошибки, и ничего из него не открыто:
tour-unsaved = Несохранённая работа, { $time }: «{ $title }»
settings-unreadable = Настройки не удалось прочесть. Они оставлены в файле { $path }, программа начинает без них.
settings-not-kept = Настройки в файле { $path } не удалось ни прочесть, ни сохранить под другим именем: следующее изменение будет записано поверх них.
tour-unsaved-unreadable = Несохранённую работу не удалось прочесть. Она оставлена в файле { $path }: { $error }
tour-restore = Вернуть
tour-discard = Удалить
tour-none = Нажмите K, чтобы сохранить показанное на карте как первый шаг экскурсии.
tour-keep = Сохранить вид (K)
tour-preview = Просмотр (F5)
tour-save = Сохранить
tour-save-as = Сохранить как…
tour-open = Открыть…
tour-open-it = Открыть
tour-new = Новая
tour-close = Закрыть
tour-cancel = Отмена
tour-path = Файл
tour-replace-ask = Файл { $path } уже есть.
tour-replace = Заменить
tour-keep-file = Оставить файл
tour-give-up-ask = В экскурсии есть несохранённые изменения.
tour-save-first = Сохранить
tour-give-up = Не сохранять
tour-title = Название экскурсии
tour-length = { $count ->
    [one] { $count } шаг
    [few] { $count } шага
   *[other] { $count } шагов
}, около { $minutes } мин
tour-changed = ещё не сохранено
tour-no-headline = Заголовка ещё нет
tour-up = Выше
tour-down = Ниже
tour-duplicate = Дублировать
tour-delete = Удалить
tour-take-view = Взять этот вид
tour-headline = Заголовок
tour-caption = Подпись
tour-notes = Заметки, только для вас
tour-ask = Вопрос залу
tour-reveal = Ответ
tour-words = { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[other] { $count } слов
} из { $limit }
tour-words-many = { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[other] { $count } слов
} из { $limit }: с последнего ряда столько не прочесть
tour-words-few = { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[other] { $count } слов
} из { $limit }: меньше полуминуты
tour-fills = Цвета
tour-cut = Смена
tour-fade = Наплыв
tour-move = Сдвиг
tour-opening = Первый слайд
tour-day = День
tour-closing = Последний слайд
tour-callouts = Слова на карте
tour-callout = { $area }: не более 8 слов
tour-callout-add = Добавить: { $area }
tour-callout-none = Выберите закрашенный район или запись
tour-callout-remove = Убрать
tour-short = В краткой версии
tour-dwell = На экране без лектора

# The menu of lectures
tours-of-atlas = Провести экскурсию
tours-own = Ваши экскурсии
tours-make = Создать экскурсию
tours-changes = Перемена за переменой, через нынешний взгляд
tours-start = { $title } · { $count ->
    [one] { $count } шаг
    [few] { $count } шага
   *[other] { $count } шагов
}, около { $minutes } мин
tours-start-short = { $title }, кратко · { $minutes } мин
tours-edit = Изменить «{ $title }»
tours-keep = Сохранить этот вид как шаг
tours-editor = Показать или скрыть редактор экскурсий
tours-new = Новая экскурсия
tours-copy = Копия «{ $title }» для правки

# The kiosk: words of an atlas that brings none of its own
kiosk-days = Дни, когда что-то произошло
kiosk-day-before = День назад
kiosk-day-after = День вперёд
kiosk-step-before = Назад
kiosk-step-after = Далее
kiosk-answer = Ответ
kiosk-scene-end = Выбрать снова
kiosk-again = Начать снова
kiosk-scenes = Сцены
kiosk-how-to-read = Как это читать
kiosk-choices = Удобство
kiosk-choices-title = Удобство пользования
kiosk-plain = Простые слова
kiosk-larger-text = Крупный текст
kiosk-contrast = Контрастнее
kiosk-less-motion = Меньше движения
kiosk-low-reach = Всё под рукой
kiosk-words = Карта словами
kiosk-free-map = Вся карта
kiosk-free-map-about = Каждый день и каждое место: выбирайте любое.
kiosk-held = Кто удерживал
kiosk-list = Список всего, что есть на карте
kiosk-which = Что вы имеете в виду?
kiosk-close = Закрыть
kiosk-more = Ещё
kiosk-less = Меньше
kiosk-text-next = Дальше
kiosk-text-first = С начала
kiosk-still-here = Вы ещё здесь?
kiosk-stay = Я ещё здесь
kiosk-open-title = Открыть киоск?
kiosk-open-about = Киоск занимает весь экран и отвечает только на касания. Вернуться сюда: { $keys }.
kiosk-open = Открыть киоск
kiosk-open-not = Остаться здесь
kiosk-touch = Коснитесь экрана, чтобы начать
kiosk-question = Кто на что притязал и кто что удерживал?
kiosk-after-scene = Теперь карта ваша: коснитесь места, дня, столицы.
kiosk-everyone = Все
kiosk-chip-everyone = Все притязания этого дня, рядом
kiosk-chip-everyone-plain = Кто говорил: эта земля наша?
kiosk-chip-of = Чего { $name } хочет для каждого района, по записям
kiosk-sample-solid = Сплошной цвет
kiosk-sample-solid-about = Одна сторона говорит, что район её, и, по сообщениям, удерживает его.
kiosk-sample-solid-about-plain = Закрашено целиком: эта сторона хочет эту землю и держит её.
kiosk-sample-pattern = Полосы или узор
kiosk-sample-pattern-about = Желаемое, передаваемое или спорное — на словах. Кто удерживал землю, узор не говорит.
kiosk-sample-pattern-about-plain = Полосы или узор: только слова. Кто-то сказал, что так должно быть.
kiosk-sample-ribbon = Лента внутри края
kiosk-sample-ribbon-about = Чьи войска удерживали район, по сообщениям. Буква на ленте называет сторону.
kiosk-sample-ribbon-about-plain = Цветная лента: чьи солдаты держали место, как сообщали люди.
kiosk-sample-possible = Пустое или точками: возможно
kiosk-sample-possible-about = День, место или удерживающая сторона не точны, или сведения устарели.
kiosk-sample-possible-about-plain = Пустое или точками: может быть. Мы не знаем точно.
kiosk-who-says-so = Кто это говорит?
kiosk-works = Книги и статьи
kiosk-archives = Архивы, которые они называют
kiosk-voices = Какие ещё есть голоса
kiosk-voices-lead = Их называет источник. Этот атлас не видел ни одного.
kiosk-voices-lead-plain = Другие книги и бумаги. Мы их не читали.

# The cards of the kiosk
kiosk-card-who = Кто
plain-kiosk-card-who = Кто?
kiosk-card-how-sure = Насколько точно
plain-kiosk-card-how-sure = Точно?
kiosk-card-word = С чьих слов
plain-kiosk-card-word = Кто это говорит?
kiosk-sentence = { $sentence }.
kiosk-perhaps = может быть, { $sentence }
kiosk-possibly = возможно: { $sentence }
kiosk-plain-of-area = { $area }: { $sentence }
kiosk-term = { $term }: { $sentence }
kiosk-from-to = { $from }; кому: { $to-dative }
kiosk-troops-under = { $troops } во главе с { $leader-instrumental }
kiosk-whereabouts = { $certainty ->
    [possible] возможно, { $place }
   *[other] { $place }
}
kiosk-sure-of = { $who } — { $sure }
kiosk-said = сказано: { $date }
plain-kiosk-said = сказано: { $date }
kiosk-if = при условии
plain-kiosk-if = только при одном условии
kiosk-no-arrival = о прибытии не сообщается
plain-kiosk-no-arrival = никто не сообщает, что они пришли
kiosk-no-holder = удерживающая сторона не названа
plain-kiosk-no-holder = никто не назван
kiosk-no-party = войска неуказанной стороны
plain-kiosk-no-party = солдаты; чьи — не сказано
kiosk-no-sender = отправитель не указан
plain-kiosk-no-sender = кто послал, не сказано
kiosk-nobody-named = никто по имени
plain-kiosk-nobody-named = никто по имени
kiosk-the-author = рассказ автора
plain-kiosk-the-author = автор
kiosk-nobody = в записях никто
plain-kiosk-nobody = никто
kiosk-silence = молчание — не ответ
plain-kiosk-silence = не записано — не значит, что ничего не было
kiosk-all-kept = сохранены все версии, ни одна не предпочтена
plain-kiosk-all-kept = мы храним их все
kiosk-nothing-claimed = на этот день в записях нет ни притязаний, ни удерживающей стороны
plain-kiosk-nothing-claimed = об этом дне ничего не записано
kiosk-nothing-held = на этот день не записано, кто удерживал
plain-kiosk-nothing-held = кто держал это в тот день, не записано
kiosk-nothing-said = к этому дню в записях нет высказываний
plain-kiosk-nothing-said = об этой земле ничего не записано
kiosk-nothing-here = к этому дню об этом ничего не рассказано
plain-kiosk-nothing-here = об этом ничего не рассказано
kiosk-nothing-named = на карте, чтобы показать путь; ни один источник здесь этого не называет
plain-kiosk-nothing-named = это на карте, чтобы показать путь
kiosk-nothing-of-party = собственных слов об этих районах к этому дню в записях нет
plain-kiosk-nothing-of-party = об этих землях ничего не записано
kiosk-nothing-that-day = этим днём в записях ничего не датировано
plain-kiosk-nothing-that-day = об этом дне ничего не записано
kiosk-last-told = последние сведения до этого, { $date }: { $sentence }
plain-kiosk-last-told = раньше, { $date }: { $sentence }
kiosk-last-said = последнее высказывание до этого, { $date }: { $sentence }
plain-kiosk-last-said = раньше, { $date }: { $sentence }
kiosk-more-answers = И ещё { $count }.
plain-kiosk-more-answers = Есть ещё: { $count }.
kiosk-party-silent = { $area }: собственных слов в записях нет; { $sentence }
plain-kiosk-party-silent = { $area }: ничего не записано; { $sentence }
kiosk-plain-count = { $strength }, по словам { $who-genitive }
kiosk-more-troops = Войска, о которых здесь сообщали
plain-kiosk-more-troops = Солдаты, как сообщали люди
kiosk-more-last = Сказано последним
plain-kiosk-more-last = Последние слова
kiosk-more-others = Другие говорят
plain-kiosk-more-others = Другие говорят
kiosk-more-condition = При условии
plain-kiosk-more-condition = Только если
kiosk-more-read-in = Прочитано в
plain-kiosk-more-read-in = Где это написано
kiosk-more-words = Слова
plain-kiosk-more-words = Трудные слова
kiosk-more-whole = Полностью
plain-kiosk-more-whole = Вся фраза
kiosk-more-day = В этот день
plain-kiosk-more-day = В этот день
kiosk-more-twice = Рассказано по-разному
plain-kiosk-more-twice = Рассказано по-разному
kiosk-more-reports = Другие сведения
plain-kiosk-more-reports = Другие сведения
kiosk-more-stated = Что в нём сказано
plain-kiosk-more-stated = Что сказано о каждом месте
kiosk-more-note = Оговорка
kiosk-more-letters = Сообщения дня
plain-kiosk-more-letters = Письма этого дня
kiosk-more-tellings = Версии
plain-kiosk-more-tellings = Рассказывают так
kiosk-kind-district = район
kiosk-district-named = { $name } район
kiosk-kind-capital = столица
kiosk-kind-city = большой город
kiosk-kind-town = город
kiosk-kind-village = деревня
kiosk-kind-station = железнодорожная станция
kiosk-kind-pass = перевал
kiosk-kind-bridge = мост
kiosk-kind-peak = гора
kiosk-kind-front = фронт
kiosk-kind-region = край
kiosk-kind-country = страна
kiosk-kind-river = река
kiosk-kind-railway = железная дорога
kiosk-kind-line = линия
kiosk-kind-monastery = монастырь
kiosk-kind-unit = войска
kiosk-kind-message = сообщение
kiosk-kind-event = событие
kiosk-kind-claim = высказывание
kiosk-kind-held = кто удерживает
kiosk-kind-day = этот день
kiosk-this-day = В этот день
kiosk-sure-document = из их собственного послания
kiosk-sure-narrative = так рассказывает автор
kiosk-sure-gloss = так это понял автор
kiosk-sure-inference = понято по тому, что они сделали
kiosk-sure-author = так думает автор
kiosk-sure-told = мы знаем это от { $who-genitive }
kiosk-sure-possible = может быть: день не точен
kiosk-sure-old = может быть: сведениям несколько дней
kiosk-sure-undated = день неизвестен
kiosk-plain-claims = { $party } говорит: эта земля наша
kiosk-plain-assigns = { $party } хочет, чтобы эту землю передали { $to-dative }
kiosk-plain-recognises = { $party } говорит: это земля { $to-genitive }
kiosk-plain-disputed = { $party } говорит: об этой земле спорят двое
kiosk-plain-renounces = { $party } предлагает отказаться от этой земли
kiosk-plain-renounces-to = { $party } предлагает уступить эту землю { $to-dative }
kiosk-plain-presses = { $party } хочет отказа { $of-genitive } от этой земли
kiosk-plain-autonomy = { $party } хочет, чтобы эта земля сама собой управляла
kiosk-plain-occupy = { $party } хочет, чтобы туда пришли { $troops }
kiosk-plain-occupy-own = { $party } хочет послать туда своих солдат
kiosk-plain-evacuate = { $party } хочет, чтобы ушли { $troops }
kiosk-plain-declines = { $party } говорит: наши солдаты это не займут
kiosk-plain-opposes = { $party } не хочет, чтобы эту землю заняли солдаты { $by-genitive }
kiosk-plain-opposes-own = { $party } не хочет занимать эту землю
kiosk-plain-opposes-any = { $party } не хочет, чтобы эту землю кто-либо занимал
kiosk-plain-held = земля была в руках { $troops-genitive }
kiosk-plain-held-part = часть земли была в руках { $troops-genitive }
kiosk-plain-stands = { $spot } есть { $unit }
kiosk-plain-arrives = { $unit-subject } теперь { $place-locative }
kiosk-plain-leaves = { $unit-subject } больше не { $place-locative }
kiosk-plain-bound-for = { $unit-subject } на пути в { $place-accusative }
kiosk-plain-ordered = приказ дойти до { $place-genitive } есть у { $unit-genitive }
kiosk-plain-expected = { $spot } ждут { $unit-genitive }
kiosk-plain-potential = { $spot } можно собрать { $unit-accusative }
kiosk-plain-somewhere = { $unit }: о месте не рассказано

## What a record holds: labels of further fields, and the words of the package format
fact-parent = Входит в
fact-echelon = Уровень
fact-arm = Род войск
fact-commander = Во главе
fact-joined = Одно целое
fact-troops = Войска
fact-letter = Буква
fact-slot = Цвет на карте
fact-language = Язык
fact-capital = Столица
fact-lens = Взгляд
fact-seat = Где находится
fact-called = В предложении
fact-described = Имя лишь описывает
fact-context = Для контекста
fact-place_rank = Размер, 1 — наибольший
fact-author = Автор
fact-editor = Редактор
fact-container-title = В издании
fact-volume = Том
fact-issue = Номер
fact-page = Страницы
fact-publisher = Издательство
fact-publisher-place = Место издания
fact-issued = Год издания
fact-accessed = Дата обращения
fact-archive = Архив
fact-archive-place = Где архив
fact-archive_location = Шифр
fact-type = Тип
word-kind-body = орган или группа
word-kind-person = лицо
word-kind-capital = столица
word-kind-city = большой город
word-kind-town = город
word-kind-village = деревня
word-kind-station = железнодорожная станция
word-kind-pass = перевал
word-kind-bridge = мост
word-kind-peak = гора
word-kind-front = фронт
word-kind-region = край
word-kind-country = страна
word-kind-river = река
word-kind-railway = железная дорога
word-kind-line = линия
word-kind-monastery = монастырь
word-kind-stands = находится
word-kind-arrives = прибытие
word-kind-leaves = уход
word-kind-bound-for = на пути
word-kind-ordered = приказ
word-kind-expected = ожидается
word-kind-potential = можно набрать
word-authority-decision = решение
word-authority-official = должностное лицо
word-authority-individual = от своего лица
word-echelon-army = армия
word-echelon-corps = корпус
word-echelon-division = дивизия
word-echelon-brigade = бригада
word-echelon-regiment = полк
word-echelon-battalion = батальон
word-echelon-company = рота
word-echelon-detachment = отряд
word-echelon-delegation = делегация
word-arm-infantry = пехота
word-arm-cavalry = кавалерия
word-arm-artillery = артиллерия
word-arm-mixed = разные рода войск
word-arm-machine-guns = пулемёты
word-arm-train = бронепоезд
word-arm-militia = ополчение или добровольцы
word-arm-navy = корабли
word-arm-air = авиация
word-extent-whole = целиком
word-extent-part = частично
word-about-identity = кто это
word-about-place = место
word-about-answer = ответ
word-about-stance = позиция
word-about-wording = слова
word-about-holder = кто удерживал
word-about-strength = численность
word-about-figures = числа
word-about-date = дата
word-stance-claims = притязает
word-stance-assigns = предлагает передать
word-stance-recognises = признаёт за другим
word-stance-disputed = называет спорным
word-stance-renounces = отказывается
word-stance-presses = хочет отказа другого
word-stance-autonomy = хочет автономии
word-stance-occupy = хочет там войск
word-stance-evacuate = хочет ухода войск
word-stance-declines = отказывается занимать
word-stance-opposes = возражает против занятия

## Kinds of records in the log, at most 13 letters
log-kind-message = сообщение
log-kind-claim = высказывание
log-kind-control = контроль
log-kind-unit = войска
log-kind-event = событие
log-kind-person = лицо
log-kind-place = место
log-kind-contradiction = по-разному

## Names in a case of which the atlas has no form
name-genitive = стороны { $name }
name-dative = стороне { $name }
name-instrumental = стороной { $name }
name-accusative = район { $name }
name-locative = в районе { $name }
name-ablative = из района { $name }
