# Every word of the interface, in English.
app-name = Araxes
lecture = Lecture
kiosk = Kiosk
lens-claims = Claims
lens-control = Control
lens-title-claims = Who claimed it
lens-title-control = Who held it
lens-title-of = As { $name } saw it
lens-told = { $lens }, as told by { $who }
a-voice = A voice…
old-style = { $date } old style
what-changed = What changed
nothing-changed = No answer and no holder differs from the day before
nothing-changed-between = No answer and no holder differs between the first day and the last
lens-named = Lens: { $name }
nothing-selected = Click a district to read on whose word it has its colour. Drag the time line or press Space to see it change. F1 explains every sign and key.
of-the-day = On this day
no-statement = no statement on record
hearsay = told by { $who }
possibly = possibly
inherited = said of { $area }
condition = condition
since = since { $date }
begun-between = begun some time between { $from } and { $to }
said = said { $date }
undated = undated
as-of = as of { $date }
possibly-so = Possibly: { $what }
possibly-when = Possibly, { $when }: { $sentence }
record-ends = The record stops here
record-covers = This atlas covers { $from } to { $to }. What came after is not in it.
record-covers-epilogue = This atlas covers { $from } to { $to }, and some records up to { $end }. What came after is not in it.
some-time-after = some time after { $date }
not-after = not after { $date }
outline = Names and outline
undated-records = Undated: on record, and on no day
undated-of-day = Undated: perhaps of this day
possibly-of-day = Possibly on this day
until = until { $date }
message = Message
stance = Stance
read-in = Read in
cites = Cites
cite-author-year = { $author } { $year }
cite-page = p. { $page }
cite-pages = { $count ->
    [one] p. { $pages }
   *[other] pp. { $pages }
}
cite-note = n. { $note }
cite-note-elsewhere = n. { $note } (printed on p. { $page })
cite-no-note = no note
# A record as a footnote that names the document first: “Chicherin to Orjonikidze, telegram, 3 July 1920,
# RGASPI f. 64, op. 1, d. 21, l. 3–3v, in İsmayılov 2019, 174 n. 20.”
footnote = { $parts }.
footnote-message = { $from } to { $to }, { $kind }, { $date }
footnote-message-from = { $from }, { $kind }, { $date }
footnote-message-to = { $kind } to { $to }, { $date }
footnote-message-alone = { $kind }, { $date }
footnote-statement = { $who }, on { $what }, { $date }
footnote-record = { $what } ({ $date })
footnote-page-note = { $page } n. { $note }
footnote-original-in = { $original }, in { $work }
footnote-in = { $work }
register-claim = { $sentence } ({ $voices })
area-not-named = area not named
not-seen = not seen by this atlas
held-by = Held by
others-on-day = Others on { $date }
only-possible = Only possible on this day
all-fields = All that the record holds
other-reports = Other reports
report = Report
sent-or-received = Sent or received
seat-of = Seat of { $party }
view-changes = What changed
view-whole = Larger
view-below = Below the map
more-views = More…
key = Key
show-key = Fold or unfold the key
next-sign = Next sign on the map, in reading order
previous-sign = Sign before it
ui-larger = Everything larger
ui-smaller = Everything smaller
ui-usual = Usual size
type-a-name = Type a name
no-party = For no party
lens-blank = Through this lens nothing is on record on this day. Something is through:
lens-blank-all = Through no lens is anything on record on this day.
days-a-second = { $count ->
    [one] a day a second
   *[other] { $count } days a second
}
seconds-a-day = a day in { $seconds } seconds
records-of-day = { $count ->
    [one] one record of this day
   *[other] { $count } records of this day
}
epilogue-about = Goes to { $days }
key-time-line = Time line: a bar above the lanes is as high as the day has records. In a lane a stroke is a record of that day, a dark band days on which a record certainly holds, a pale band days of which it may be.
changes-count = { $count ->
    [one] one difference
   *[other] { $count } differences
}
changes-with-papers = Before and after, with the papers
told-two-ways = Told in more than one way
told-in-ways = { $count ->
    [one] Told in one way
   *[other] Told in { $count } ways
}
words-used = Words used here
groups = Part of
of-this-party = Of this party
named-in-claims = Named in claims
holdings = Reported to have held
holdings-denied = Reported not to have held
came-from-here = Came from here
dated-by-it = Dated by it
yes = yes
quoted = “{ $words }”
counted-by = { $number }, counted by { $who }
fit-direct = note attached to the sentence
fit-passage = the note comes later and may cover the sentence
fit-none = no note covers the sentence
fact-kind = Kind
fact-term = Term
fact-short = In short
fact-sentence = Meaning
fact-forms = Also written
fact-title = Title
fact-gist = What it says
fact-names = Names
fact-sent = Sent
fact-when = Date
fact-as_written = As written
fact-calendar = Calendar
fact-earliest = Not before
fact-latest = Not after
fact-until = Last day in force
fact-after = After
fact-before = Before
fact-received = Received
fact-deadline = Deadline
fact-from = From
fact-to = To
fact-addressee_as_written = Addressee as written
fact-voices = Whose words
fact-stance = Stance
fact-stance_as_written = Stance as written
fact-by = By
fact-of = Of
fact-condition = Condition
fact-message = Stated in
fact-message_doubtful = Doubtful that this message states it
fact-rank = Order among words of one day
fact-holder = Holder
fact-holder_as_written = Holder as written
fact-not = Not held by
fact-extent = Extent
fact-area = Area
fact-area_as_written = Area as written
fact-at = At
fact-at_as_written = Place as written
fact-strength = Strength
fact-about = About
fact-claims = States
fact-reply_to = Answers
fact-people = Who
fact-places = Where
fact-records = Records
fact-sources = Sources
fact-tellings = Told
fact-handling = How the atlas shows it
fact-mark = Marked on the map
fact-basis = Rests on
fact-told_by = On the word of
fact-reason = Why that weight
fact-note = Note
fact-plain = In plain words
fact-in_plain_words = In plain words
fact-party = Party
fact-authority = Weight
fact-offices = Office
fact-precision_km = Position good to, in km
fact-coordinate_source = Position from
fact-height_m = Height, in metres
fact-height_source = Height from
fact-area_km2 = Area of the outline, in km²
fact-historical_area_km2 = Area printed at the time, in km²
fact-historical_area_source = Printed in
word-basis-document = document: the source reports a document’s words
word-basis-narrative = narrative: the source’s author tells it
word-basis-gloss = gloss: its author’s reading of whom or what a document means
word-basis-inference = inference: inferred from what was done
word-basis-author = author: the judgement of the source’s author
word-calendar-new = new style
word-calendar-old = old style
reports-without-room = { $count ->
    [one] one report of troops has no room here
   *[other] { $count } reports of troops have no room here
}
troops = Troops
messages = Messages
claims = Claims
control = Control
units = Troops
events = Events
play = Play
pause = Pause
previous-day = Previous day
next-day = Next day
previous-change = Previous change
next-change = Next change
zoom-in = Closer
zoom-out = Wider
zoom-home = Whole map
type-date = Type a date
returning = Back to the beginning in { $seconds } s
step-of = { $step } of { $count }
slide-on-the-map = On the map
slide-letters-open = told by others, or only possible
slide-told-by = { $words }, as told by { $who }
slide-claimed = { $certainty ->
    [possible] possibly claimed by { $parties }
   *[other] claimed by { $parties }
}
slide-assigns = { $certainty ->
    [possible] possibly to be given to { $parties }
   *[other] to be given to { $parties }
}
slide-recognises = { $certainty ->
    [possible] possibly said to be { $parties }’s
   *[other] said to be { $parties }’s
}
slide-disputed = { $certainty ->
    [possible] possibly called disputed
   *[other] called disputed
}
slide-renounced = { $certainty ->
    [possible] possibly claim to be given up
   *[other] claim to be given up
}
slide-pressed = { $certainty ->
    [possible] possibly to be given up by others
   *[other] to be given up by others
}
slide-autonomy = { $certainty ->
    [possible] possibly autonomy wanted
   *[other] autonomy wanted
}
slide-occupy = { $certainty ->
    [possible] possibly { $troops } wanted there
   *[other] { $troops } wanted there
}
slide-evacuate = { $certainty ->
    [possible] possibly { $troops } to leave
   *[other] { $troops } to leave
}
slide-declined = { $certainty ->
    [possible] possibly not to be taken by { $parties }
   *[other] not to be taken by { $parties }
}
slide-opposed = { $certainty ->
    [possible] taking it possibly opposed
   *[other] taking it opposed
}
slide-held = { $certainty ->
    [possible] possibly held by { $parties }
   *[other] held by { $parties }
}
speaker-role = { $name }, { $role }
speaker-side = { $name }, for { $party }
speaker-by-kind = { $kind }: { $who }
speaker-and-one = { $first } and { $second }
speaker-and-more = { $first } and { $count ->
    [1] one more
   *[other] { $count } more
}
days-in-short = { $first } – { $last }
change-tour-opening = Change by change
change-tour-closing = Here the record ends
change-tour-last = The last of these changes is of { $date }. What came after is not told.
change-tour-one-of = { $at } of { $count }: { $words }
change-tour-known = What is known changes
change-tour-change = { $areas }: { $words }
change-tour-cut = { $words } …
date-slider = Date
map = Map
claims-mine = { $party } { $certainty ->
    [possible] possibly claims
   *[other] claims
} { $count ->
    [one] it
   *[other] them
}
assigns = { $party } { $certainty ->
    [possible] possibly would give
   *[other] would give
} { $count ->
    [one] it
   *[other] them
} to { $to }
recognises = { $party } { $certainty ->
    [possible] possibly says
   *[other] says
} { $count ->
    [one] it is
   *[other] they are
} { $to }’s
disputed = { $party } { $certainty ->
    [possible] possibly calls
   *[other] calls
} { $count ->
    [one] it
   *[other] them
} disputed
renounces = { $party } { $certainty ->
    [possible] possibly gives
   *[other] gives
} { $count ->
    [one] it
   *[other] them
} up
renounces-to = { $party } { $certainty ->
    [possible] possibly gives
   *[other] gives
} { $count ->
    [one] it
   *[other] them
} up to { $to }
presses = { $party } { $certainty ->
    [possible] possibly wants { $of } to give
   *[other] wants { $of } to give
} { $count ->
    [one] it
   *[other] them
} up
autonomy = { $party } { $certainty ->
    [possible] possibly wants
   *[other] wants
} autonomy for { $count ->
    [one] it
   *[other] them
}
occupy = { $party } { $certainty ->
    [possible] possibly wants { $troops } there
   *[other] wants { $troops } there
}
evacuate = { $party } { $certainty ->
    [possible] possibly wants { $troops } to leave
   *[other] wants { $troops } to leave
}
declines = { $party } { $certainty ->
    [possible] possibly will not take
   *[other] will not take
} { $count ->
    [one] it
   *[other] them
}
opposes = { $party } { $certainty ->
    [possible] possibly opposes
   *[other] opposes
} { $by } taking { $count ->
    [one] it
   *[other] them
}
opposes-own = { $party } { $certainty ->
    [possible] possibly opposes
   *[other] opposes
} { $troops } taking { $count ->
    [one] it
   *[other] them
}
opposes-any = { $party } { $certainty ->
    [possible] possibly opposes
   *[other] opposes
} { $count ->
    [one] it
   *[other] them
} being taken
held = { $party } { $certainty ->
    [possible] possibly holds
   *[other] holds
} { $extent ->
    [part] part of{" "}
   *[other] {""}
}{ $count ->
    [one] it
   *[other] them
}
now-nothing = { $party }: nothing on record now
held-no-more = { $party } is no longer on record as holding { $count ->
    [one] it
   *[other] them
}
now-certain = now certain: { $sentence }
no-longer-certain = no longer certain: { $sentence }
now-own-words = now in its own words: { $sentence }
sentence-word = { $sentence }, { $word }
occupy-own = { $party } { $certainty ->
    [possible] possibly wants its own troops there
   *[other] wants its own troops there
}
legend-claimed = { $certainty ->
    [possible] possibly claimed by { $parties }
   *[other] claimed by { $parties }
}
legend-claimed-and-held = { $certainty ->
    [possible] possibly claimed, and held, by { $parties }
   *[other] claimed and held by { $parties }
}
legend-claimed-own = { $parties } { $certainty ->
    [possible] possibly claims it
   *[other] claims it
}
legend-assigns = { $certainty ->
    [possible] possibly to be given to { $parties }
   *[other] to be given to { $parties }
}
legend-recognises = { $certainty ->
    [possible] possibly said to be { $parties }’s
   *[other] said to be { $parties }’s
}
legend-disputed = { $certainty ->
    [possible] possibly disputed
   *[other] disputed
}
legend-renounced = { $certainty ->
    [possible] possibly to be given up
   *[other] to be given up
}
legend-pressed = { $certainty ->
    [possible] possibly to be given up by others
   *[other] to be given up by others
}
legend-autonomy = { $certainty ->
    [possible] possibly autonomy wanted
   *[other] autonomy wanted
}
legend-occupy = { $certainty ->
    [possible] possibly troops of { $parties } wanted there
   *[other] troops of { $parties } wanted there
}
legend-occupy-own = { $parties } { $certainty ->
    [possible] possibly wants its own troops there
   *[other] wants its own troops there
}
legend-evacuate = { $certainty ->
    [possible] possibly troops of { $parties } to leave
   *[other] troops of { $parties } to leave
}
legend-declined = { $parties } { $certainty ->
    [possible] possibly will not take it
   *[other] will not take it
}
legend-opposed = { $certainty ->
    [possible] taking it possibly opposed
   *[other] taking it opposed
}
legend-held = { $certainty ->
    [possible] possibly held by { $parties }
   *[other] held by { $parties }
}
legend-unknown = no statement
legend-hearsay = open letter: told by others
legend-own-name = in italics: the name in the language of { $party }
legend-held-by = Held by { $parties }
legend-possibly-held-by = Possibly held by { $parties }
legend-held-by-both = Held by { $parties }, possibly also by { $possibly }
legend-held-in-part = Held in part by { $party }, which part not stated
legend-possibly-held-in-part = Possibly held in part by { $party }, which part not stated
legend-town-held-by = Place held by { $party }
legend-town-possibly-held-by = Place possibly held by { $party }
in-part = in part
legend-unit = troops, where last reported
legend-unit-possible = dotted: possibly there
legend-message = message of the day
legend-group-wanted = Wanted
legend-group-held = Held
legend-group-certainty = How well known
legend-group-troops = Troops
legend-group-messages = Messages
legend-group-ground = Ground
legend-arm-infantry = infantry
legend-arm-cavalry = cavalry
legend-arm-artillery = artillery
legend-arm-mixed = several arms
legend-arm-machine-guns = machine guns
legend-arm-train = armoured train
legend-arm-militia = militia or volunteers
legend-arm-navy = ships
legend-arm-air = aircraft
legend-arm-unstated = arm not stated
legend-echelon-army = army
legend-echelon-corps = corps
legend-echelon-division = division
legend-echelon-brigade = brigade
legend-echelon-regiment = regiment
legend-echelon-battalion = battalion
legend-echelon-company = company
legend-echelon-detachment = detachment
legend-strength = a hundred men; a gun
legend-arrived = move reported done
legend-bound = on its way there
legend-no-holder = no holder on record
legend-aged = paler: an older report
legend-seat = capital beyond the map
legend-boundary-1 = boundary, described
legend-boundary-2 = reconstructed
legend-boundary-3 = on a river or crest
legend-railway = railway
legend-place-capital = capital
legend-place-town = town
legend-place-village = village
legend-place-peak = peak
legend-place-pass = pass or bridge
legend-twice = told in more than one way
place-not-stated = place not stated
day-not-known = day not known
report-of = { $unit }:
message-caption = { $day }, { $kind }: { $from } to { $to }
message-caption-to-nobody = { $day }, { $kind }: { $from }
person-at = { $person } ({ $place })
fix-arrives = arrived
fix-leaves = left
fix-bound-for = on the way
fix-ordered = ordered there
fix-expected = expected
fix-potential = could be raised
message-telegram = telegram
message-letter = letter
message-note = note
message-ultimatum = ultimatum
message-order = order
message-decision = decision
message-speech = speech
message-talk = talk
message-phone = telephone call
message-unstated = message, form not stated
strength-men = { $n ->
    [one] { $count } man
   *[other] { $count } men
}
strength-bayonets = { $n ->
    [one] { $count } bayonet
   *[other] { $count } bayonets
}
strength-infantry = { $count } infantry
strength-cavalry = { $count } cavalry
strength-guns = { $n ->
    [one] { $count } gun
   *[other] { $count } guns
}
strength-machine-guns = { $n ->
    [one] { $count } machine gun
   *[other] { $count } machine guns
}
strength-artillerymen = { $n ->
    [one] { $count } gunner
   *[other] { $count } gunners
}
strength-officers = { $n ->
    [one] { $count } officer
   *[other] { $count } officers
}
strength-battalions = { $n ->
    [one] { $count } battalion
   *[other] { $count } battalions
}
strength-batteries = { $n ->
    [one] { $count } battery
   *[other] { $count } batteries
}
strength-regiments = { $n ->
    [one] { $count } regiment
   *[other] { $count } regiments
}
strength-companies = { $n ->
    [one] { $count } company
   *[other] { $count } companies
}
strength-trains = { $n ->
    [one] { $count } train
   *[other] { $count } trains
}
strength-divisions = { $n ->
    [one] { $count } division
   *[other] { $count } divisions
}
strength-brigades = { $n ->
    [one] { $count } brigade
   *[other] { $count } brigades
}
strength-ships = { $n ->
    [one] { $count } ship
   *[other] { $count } ships
}
strength-aircraft = { $count } aircraft
up-to = up to { $count }
about = about { $count }
at-least = at least { $count }
from-to = { $from }–{ $to }
named-words = { $name }: { $words }
list-comma = { ", " }
list-semicolon = { "; " }
list-and = { $first } and { $last }
thousands = ,
decimal = .
# Digits from which thousands are separated.
thousands-from = 4
metres = { $count } m
kilometres = { $count } km
versts = { $count ->
    [one] { $count } verst
   *[other] { $count } versts
}
miles = { $count ->
    [one] { $count } mile
   *[other] { $count } miles
}
latitude-north = { $degrees } N
latitude-south = { $degrees } S
longitude-east = { $degrees } E
longitude-west = { $degrees } W
year-before = { $year } BC
full-date = { $date } { $year }
month-year = { $month } { $year }
between-dates = between { $from } and { $to }
about-date = about { $date }
day-of-month = { $day } { $month }
weekday-year = { $weekday }, { $year }
month-1 = January
month-of-1 = January
month-2 = February
month-of-2 = February
month-3 = March
month-of-3 = March
month-4 = April
month-of-4 = April
month-5 = May
month-of-5 = May
month-6 = June
month-of-6 = June
month-7 = July
month-of-7 = July
month-8 = August
month-of-8 = August
month-9 = September
month-of-9 = September
month-10 = October
month-of-10 = October
month-11 = November
month-of-11 = November
month-12 = December
month-of-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
to-epilogue = Epilogue
to-main-part = Back to { $years }
from-to-people = { $from } to { $to }
show-troops = Troops
show-messages = Messages
show-holders = Holders
last-message = Last message before, { $date }: { $gist }
lens-about-claims = Every claim in force on this day, side by side; whoever held the ground is the ribbon inside the outline.
lens-about-control = Who held what on this day, as far as the reports say and no further.
lens-about-of = Each district in the colour of what { $name } wanted for it, according to the record.
what-was-sent = What was sent on this day
nothing-sent = No message is dated to this day
plate-note = Troops stand only where a dated report puts them.
plate-state = To reopen this view: araxes --state, with { $state }
source-line = Source: { $source }
legend-relief = relief drawn from heights { $km } km apart
legend-today = frontier of today
legend-frontier = frontier between states
show-today = Today’s borders
outside = beyond the districts
boundary = Boundary between
precision-1 = Drawn from a description: dotted
precision-2 = Reconstructed: dashed
precision-3 = On a river, crest or surveyed frontier: solid
north = N
# The archive desk: what the records go back to, and the list to take to a reading room.
view-archives = Archives
desk-cited-twice = Leaf { $leaf } is cited by two notes: { $first }, and { $second }. The archive should be checked before this is cited.
desk-sheet-title = To look up in the archives: { $atlas }
desk-sheet-about = Every archive file to which the records go back, with the leaves to ask for. None of them was seen for this atlas; shelf marks are those of the notes that cite them.
desk-sheet-line = { $leaves } – { $what } ({ $days })
desk-sheet-read = Cited in { $cites }; records { $records }
desk-no-leaf = leaf not named
desk-file-count = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
desk-printed = Books, newspapers and the web
desk-nowhere = In no archive
desk-nowhere-about = { $count } of { $all } records go back to no archive: they are read in print, or only in the source itself.
desk-twice-count = { $count ->
    [one] { $count } leaf cited twice
   *[other] { $count } leaves cited twice
}
desk-for-room = List for the reading room…
# The working list: records that the reader has chosen.
view-list = Working list
list-star = Put on the working list, or take off
list-add = Put on the working list
list-remove = Take off the working list
list-empty = Nothing is on the list yet. Press S on any record, or the star above it.
list-note = Your note
list-seen-by-me = Seen by me
list-seen = seen on { $date }
list-seen-at = seen on { $date }: { $shelf }
list-seen-day = Day
list-shelf-mark = Shelf mark
list-up = Move up
list-down = Move down
list-by-date = Order by date
list-undo = Undo
list-export = Save list…
list-copy = Copy footnotes
list-missing = { $record } ({ $title }) is not in this atlas.
list-title = Working list: { $atlas }
list-kept-in = Kept in { $path }
list-not-kept = Not written: { $error }
list-unreadable = The list at { $path } cannot be read, and is left as it is: { $error }
list-footnotes = Footnotes
footnote-one = Footnote
list-markdown = Markdown
list-bibtex = BibTeX
list-csl = CSL-JSON
export = Export…
export-to = Save as
export-save = Save
export-copy = Copy picture
export-saved = Saved { $path }
export-busy = The picture is being made…
save-choose = Choose…
save-none-chosen = The system’s dialog gave no path. A path can be written above.
save-replace-ask = { $path } is already there. Replace it?
save-replace = Replace
save-keep = Keep it
save-is-folder = { $path } is a folder; give the file a name
save-no-folder = There is no folder { $path }
save-failed = Not saved: { $reason }
save-records = Save records
save-records-about = All { $count } records that pass the filters, with their days, whatever day is shown.
save-archives = Save the list for the reading room
save-list = Save the working list
save-bom = With a byte order mark, for Excel
form-csv = CSV
form-pdf = PDF
show-in-folder = Show in folder
close-message = Close
folder-not-shown = { $folder } could not be opened: { $reason }
preview-failed = No preview: { $reason }
copy-failed = Not copied: { $reason }
export-copied = The picture is on the clipboard
theme-paper = Paper
theme-night = Night
theme-print = Print
theme-high-contrast = High contrast
matrix = Who wanted what
find = Search, in any spelling
nothing-found = Nothing found
find-reading = Reading the records: { $part } %
find-all = All { $count } results
differences-between = { $from } → { $to }: { $count ->
    [one] { $count } difference
   *[other] { $count } differences
}
dated-between = Dated between
report-id = Report { $id }
kind-message = message
kind-claim = claim
kind-control = who held it
kind-unit = troops
kind-event = event
kind-person = person
kind-place = place
kind-district = district
kind-source = source
kind-term = word used
kind-contradiction = told in more than one way
kind-party = party
from-day-to-day = { $from } – { $to }
not-named = not named
and-more = and { $count } more
and-areas = Also changed: { $areas }
and-more-voices = and { $count } more voices
desk = Views
view-ribbons = Ribbons
view-strengths = Strengths
view-network = Network
view-table = Table
view-words = In words
chart-matrix = Who wanted what on { $days }
chart-ribbons = Who wanted what, { $days }
chart-strengths = How strong each force was said to be, { $days }
chart-network = Who wrote to whom, { $days }
month-of-year = { $month } { $year }
months-of-year = { $from } to { $to } { $year }
months-of-years = { $from } { $first } to { $to } { $year }
days-changed = { $count ->
    [one] The one day on which this map changed
   *[other] The { $count } days on which this map changed
}, { $days }
days-changed-some = { $shown } of { $count } days on which this map changed, { $days }
days-unchanged = This map did not change, { $days }
changed-outlined = Outlined: changed since the map before
strengths-note = Men by report. Filled: in the source’s own words. Open: told by another. Dotted down: “up to”. Across: the days it may be of. Heights grow with the square root of the number.
strengths-rest = Not counted in men, or of no day shown
network-of = { $count } messages, { $days }: who wrote to whom
nothing-passes = No record passes the filters in force
drawn-only-from = Drawn only from: { $filter }
only-party = { $name } only
only-voice = words of { $name } only
only-archive = { $name } only
only-decision = decisions only
only-official = decisions and officials only
only-individual = every voice
only-no-hearsay = no hearsay
only-documents = documents only
only-certain = certain only
only-no-hearsay-about = Leaves out what is known only because somebody else reports it
only-documents-about = Keeps what rests on the words of a document, and leaves out what the author tells, reads into it or infers
only-certain-about = Keeps what is certain on the day shown, and leaves out what is only possible on it
without-kind = without { $kind ->
    [messages] messages
    [claims] claims
    [control] control
    [units] troops
   *[other] events
}
only-telling = telling { $number } of “{ $title }”
twin-title = { $date }. { $lens }
twin-places = Towns and places
twin-claimed = { $districts }: { $certainty ->
    [possible] possibly claimed
   *[other] claimed
} by { $parties }{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-claimed-own = { $districts }: { $who } { $certainty ->
    [possible] possibly claims
   *[other] claims
} { $count ->
    [one] it
   *[other] them
}{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-assigns = { $districts }: { $who } { $certainty ->
    [possible] possibly would give
   *[other] would give
} { $count ->
    [one] it
   *[other] them
} to { $parties }{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-recognises = { $districts }: { $who } { $certainty ->
    [possible] possibly says
   *[other] says
} { $count ->
    [one] it is
   *[other] they are
} { $parties }’s{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-disputed = { $districts }: { $who } { $certainty ->
    [possible] possibly calls
   *[other] calls
} { $count ->
    [one] it
   *[other] them
} disputed{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-renounced = { $districts }: { $who } { $certainty ->
    [possible] possibly gives
   *[other] gives
} { $count ->
    [one] it
   *[other] them
} up{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-pressed = { $districts }: { $who } { $certainty ->
    [possible] possibly wants another to give
   *[other] wants another to give
} { $count ->
    [one] it
   *[other] them
} up{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-autonomy = { $districts }: { $who } { $certainty ->
    [possible] possibly wants
   *[other] wants
} autonomy for { $count ->
    [one] it
   *[other] them
}{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-occupy = { $districts }: { $who } { $certainty ->
    [possible] possibly wants troops of { $parties } there
   *[other] wants troops of { $parties } there
}{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-occupy-own = { $districts }: { $who } { $certainty ->
    [possible] possibly wants its own troops there
   *[other] wants its own troops there
}{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-evacuate = { $districts }: { $who } { $certainty ->
    [possible] possibly wants troops of { $parties } to leave
   *[other] wants troops of { $parties } to leave
}{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-declined = { $districts }: { $who } { $certainty ->
    [possible] possibly will not take
   *[other] will not take
} { $count ->
    [one] it
   *[other] them
}{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-opposed = { $districts }: { $who } { $certainty ->
    [possible] possibly opposes
   *[other] opposes
} { $count ->
    [one] it
   *[other] them
} being taken{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-held = { $districts }: { $certainty ->
    [possible] possibly held
   *[other] held
} by { $parties }{ $hearsay ->
    [yes] , known only from others’ reports
   *[other] {""}
}.
twin-unknown = { $districts }: no statement on record.
twin-place = { $place }: { $certainty ->
    [possible] possibly held
   *[other] held
} by { $who } ({ $source }).
twin-record = { $certainty ->
    [possible] Possibly on this day: { $what }
   *[other] { $what }
} ({ $source })
twin-unit = { $unit }: { $certainty ->
    [possible] possibly{" "}
   *[other] {""}
}{ $kind ->
    [arrives] arrives at { $place }
    [leaves] leaves { $place }
    [bound-for] on the way to { $place }
    [ordered] ordered to { $place }
    [expected] expected at { $place }
    [potential] could be raised at { $place }
   *[other] at { $place }
}, { $when }{ $counted ->
    [yes] ; { $strength }
   *[other] {""}
} ({ $source }).
second-map = Second map
compare = Compare
compare-edge = Edge between the two maps
swap = Swap
close = Close
flicker = Flicker
swipe = Swipe
side-by-side = Side by side
same-day = The same day
differ-count = { $count ->
    [0] Nothing differs
    [1] One district differs
   *[other] { $count } districts differ
}
small-maps = Small maps
open-large = Open this one
by-capitals = A map a capital
by-days = A map a day
next-week = A week on
previous-week = A week back
to-start = First day
to-end = Last day of the main part
slower = Slower
faster = Faster
loop = Loop
by-events = Event by event
all-days = Time line: every day
clear-range = One day instead of a range
reduced-motion = Motion on or off
back = Back
forward = Forward
undo = Undo
redo = Redo
clear-selection = Select nothing
to-the-day = The day
copy-link = Copy a link to this view
link = Copy link
copy = Copy
help = Help
help-about = The fill says what is wanted, the ribbon inside an outline who holds it, the outline how well it is known. Half strength and dotted, or an open ribbon and letter: only possible. An open letter at a name: told by another.
help-mouse = Map: drag to move, wheel to zoom, click to select. Time line: drag the handle or the lanes for the day, drag above the lanes for a range of days, wheel to zoom, double click for every day. Edges of panels can be dragged.
help-time = Time
help-map = Map
help-views = Views
help-go = Find, go, keep
help-lecture = Lecture
lens-1 = Lens: claims
lens-2 = Lens: control
lens-3 = Lens: first capital
lens-4 = Lens: second capital
lens-5 = Lens: third capital
lens-6 = Lens: fourth capital
lens-7 = Lens: fifth
filters = Filters
next-language = Next language
language = Language
hide-inspector = Show or hide the inspector
lecture-resume = Resume the lecture where it was left
lecture-next = Next step, or the answer
lecture-previous = Previous step
lecture-enter = Step of the typed number; back from a detour; next step
lecture-first = First step
lecture-last = Last step
lecture-grid = Overview of all steps
lecture-blank = Black screen; any key returns
lecture-white = White screen; any key returns
lecture-slider = Time line
lecture-lenses = First lens; the others with the digits after it
lecture-pen = Pen; its lines are gone at the next step
lecture-erase = Erase what the pen wrote
lecture-again = Show the step again as it was
lecture-window = Full screen or window
lecture-leave = Leave the lecture
lecture-stay = Stay
lecture-ask = Press Esc again to leave
lecture-typed = Step { $step } of { $count }: press Enter
lecture-detour = Detour – Enter returns to step { $step }
kiosk-leave = Leave the kiosk

# The sheet of all texts of a kiosk.
sheet-title = Every text of the kiosk
sheet-about = What the kiosk can show in this language, for whoever answers for the exhibition. Where a text has a version in plain words, it stands below the full one.
sheet-signed = Read and approved
sheet-plain = Plain words: { $text }
sheet-first = For passers-by
sheet-buttons = Words of buttons and notices
sheet-choices = Choices of the map
sheet-signs = How to read the map
sheet-terms = Words explained
sheet-places = Cards of districts, places, capitals and troops
sheet-places-about = Each card with the first day on which it says this; the map of everyone is shown.
sheet-records = Cards of messages and events
sheet-from = from { $day }

# The operator's page of a kiosk.
operator-pin = PIN
operator-wrong = Not the PIN
operator-wait = Wait { $seconds } s
operator-ok = OK
operator-close = Back to the kiosk
operator-low-reach = Everything within low reach
operator-idle = Begin again after { $seconds } s
operator-clean = Clean the glass
operator-cleaning = The glass can be cleaned: touches do nothing for { $seconds } s
operator-export = Copy counts and logs
operator-exported = Counts and logs are being copied; what fails is told below
operator-reload = Read atlas and settings again
operator-asked = The kiosk begins again in a moment
operator-shut-down = Close the kiosk…
operator-shut-down-now = Close the kiosk now
operator-stay = Let it run
operator-uptime = Araxes { $version }, up for { $days } d { $hours } h { $minutes } min, window restarted { $restarts } times
operator-work = Memory { $memory } MiB, work in a frame { $median } ms, at most { $most } ms
operator-atlas = Atlas: { $title }, { $folder }
operator-built-in = inside the program
operator-showing-wanted = It is the one that the configuration names
operator-showing-last-good = Its folder has faults or failed, so its last good copy is shown
operator-showing-built-in = Its folder has faults or failed and there is no good copy, so the atlas inside the program is shown
operator-today = Today { $visits } visits, { $seconds } s each on average
operator-refused = A new atlas was not taken: { $list }
operator-faults = The configuration has faults, so the last good one is used: { $list }
operator-not-written = Could not be written: { $list }
operator-failure = Why the window was last started again: { $failure }
kind-command = command
a-voice-about = Look through the eyes of one person or body
date-outside = Outside the atlas, which covers { $from } to { $to }
date-slashes = With slashes nobody can tell day from month; type day.month.year or YYYY-MM-DD
date-short-year = The year of “{ $typed }” has no century; write it in full
date-unreadable = “{ $typed }” is not a day; type day.month.year, the month as a word, or YYYY-MM-DD
range-hint = Drag here for a range of days
range-any = { $days }: on any day
range-all = { $days }: on every day
range-sum = from { $days }: everything so far
take-away = Take away: { $what }
export-this = Export…
export-table = Save CSV
sort-by = Sort by this column
column-when = When
column-kind = What it is
column-what = What it says
column-read-in = Read in
column-archive = Cites
filter-parties = Only of
filter-certainty = How sure
filter-authority = On whose word
filter-kinds = Leave out
filter-archives = Only from these archives
filter-printed = Only from these books and papers
filter-passing = { $count } of { $all } records pass
filters-close = Close the filters
filter-voices = Only words of
filter-none = No filter
hidden-by-filters = The filters in force leave this record out.
go-to-days = Go to { $days }
draw-this-telling = Draw only this telling
draw-all-tellings = Draw every telling again
history-of-colour = What each capital wanted, over time
received = received { $date }
deadline = deadline { $date }
answered-by = Answered by
place-inferred = place not stated in the source
changed-with-it = What changed on its day
records = Records
sources = Sources
people = People and bodies
party-not-stated = party not stated
strength-reported = Strength, report beside report
the-source = the source
letters-written = Wrote
letters-received = Received
statements = Stated
told-of-others = Told of others
led = Led
so-many = { $count } records
authority-decision = decides
authority-official = official
authority-individual = individual
copied = Copied
saved = Saved { $path }
key-left = Left
key-right = Right
key-up = Up
key-down = Down
key-space = Space
troops-of = troops of { $party }
word-document = own words
word-narrative = as the author tells it
word-gloss = as the author reads the document
word-inference = inferred from what was done
word-author = the author’s judgement
word-told-by = as told by { $who }
known-between = some time between { $from } and { $to }
known-after = some time after { $date }
known-before = not after { $date }
known-as-of = as of { $date }
known-from-to = from { $from } to { $to }
said-since = since { $first }, last said { $last }
said-of = said of { $area }
said-if = condition: { $condition }
place-spot = { $where ->
    [in] in { $place }
    [on] on { $place }
   *[other] at { $place }
}
report-unplaced = place not stated
report-arrives = came to { $place }
report-arrives-from = came from { $from } to { $place }
report-crosses = crossed into { $place }
report-crosses-from = crossed from { $from } into { $place }
report-leaves = left { $place }
report-leaves-for = left { $place } for { $to }
report-left-for = left for { $to }
report-left = left, place not stated
report-bound-for = on the way to { $place }
report-bound-for-from = on the way from { $from } to { $place }
report-ordered = ordered to { $place }
report-ordered-from = ordered from { $from } to { $place }
report-expected = expected { $spot }
report-potential = could be raised { $spot }
report-arrives-unplaced = arrived, place not stated
report-bound-for-unplaced = on the way, destination not stated
report-ordered-unplaced = ordered to go, destination not stated
report-expected-unplaced = expected, place not stated
report-potential-unplaced = could be raised, place not stated
strength-told = { $strength } (count of { $who })
sentence-source = { $sentence } ({ $source })
question-whose = whose: { $sentence }
question-troops = whose troops: { $sentence }
question-against = against whom: { $sentence }
held-by-whom = { $certainty ->
    [possible] possibly held
   *[other] held
} { $extent ->
    [part] in part by { $who }
   *[other] by { $who }
}
not-held-by-whom = { $certainty ->
    [possible] possibly not held by { $who }, holder not named
   *[other] not held by { $who }, holder not named
}
place-sentence = { $place }: { $sentence }
troops-party = Troops of { $party }
troops-no-party = Troops of no stated party
reported-on = reported { $date }
last-reported = last reported { $date }
force-sentence = { $unit }: { $certainty ->
    [possible] possibly { $place }
   *[other] { $place }
}{ $counted ->
    [yes] ; { $strength }
   *[other] {""}
}
event-sentence = { $title }: { $gist }
possibly-this-day = possibly this day, { $date }
deadline-today = A deadline ends: { $gist }
day-no-claim = no claim on record
day-no-holder = nothing on record
day-no-statement = no statement on record
day-district-without = { $district }: { $nothing }
day-without = Districts: { $nothing }
day-undated = Undated, possibly by this day
contradiction-line = { $title }: { $count } tellings ({ $id })
telling-line = – { $text }
claim-of-area = { $area }: { $sentence }
claim-listed = { $voices }: { $area }; no stance is listed
nothing-on-record = nothing on record
change-nothing = { $who }: { $nothing }
change-line = { $area }: { $before } → { $after }
log-dated = Dated within these days
log-wider = Dated less exactly, or begun earlier
log-undated = Undated
log-people = People and bodies
log-places = Places
message-sentence = { $kind }, { $from } to { $to }: { $gist }
message-sentence-to-nobody = { $kind }, { $from }: { $gist }
sender-not-stated = sender not stated
headline-claims = { $party } { $certainty ->
    [possible] possibly claims
   *[other] claims
} { $areas }
headline-assigns = { $party } { $certainty ->
    [possible] possibly would give
   *[other] would give
} { $areas } to { $to }
headline-recognises = { $party } { $certainty ->
    [possible] possibly calls
   *[other] calls
} { $areas } { $to }’s
headline-disputed = { $party } { $certainty ->
    [possible] possibly calls
   *[other] calls
} { $areas } disputed
headline-renounces = { $party } { $certainty ->
    [possible] possibly gives up
   *[other] gives up
} { $areas }
headline-renounces-to = { $party } { $certainty ->
    [possible] possibly gives up
   *[other] gives up
} { $areas } to { $to }
headline-presses = { $party } { $certainty ->
    [possible] possibly wants
   *[other] wants
} { $of } to give up { $areas }
headline-autonomy = { $party } { $certainty ->
    [possible] possibly wants
   *[other] wants
} autonomy for { $areas }
headline-occupy = { $party } { $certainty ->
    [possible] possibly wants
   *[other] wants
} { $troops } in { $areas }
headline-occupy-own = { $party } { $certainty ->
    [possible] possibly wants
   *[other] wants
} its own troops in { $areas }
headline-evacuate = { $party } { $certainty ->
    [possible] possibly wants
   *[other] wants
} { $troops } to leave { $areas }
headline-declines = { $party } { $certainty ->
    [possible] possibly will not take
   *[other] will not take
} { $areas }
headline-opposes = { $party } { $certainty ->
    [possible] possibly opposes
   *[other] opposes
} the taking of { $areas } by { $by }
headline-opposes-any = { $party } { $certainty ->
    [possible] possibly opposes
   *[other] opposes
} the taking of { $areas }
headline-takes = { $troops } take { $areas }
headline-now-held = { $areas }: now held by { $party }
headline-held = { $areas } { $certainty ->
    [possible] possibly held
   *[other] held
} { $extent ->
    [part] in part by { $party }
   *[other] by { $party }
}
headline-unit = { $unit } { $place }
headline-told = reported: { $sentence }
headline-read = { $sentence }, { $basis ->
    [inference] by inference
   *[other] by a reading
}
headline-by-kind = { $kind }: { $sentence }
headline-nothing = Nothing on record is dated { $date }
headline-no-holder = No new holder on record for { $date }
headline-nothing-of = Nothing from { $who } is dated { $date }
headline-last = Last before it, { $date }: { $sentence }
headline-lens-empty = On this day nothing is on record through these eyes.
more-areas = { $count ->
    [one] one more area
   *[other] { $count } more areas
}
message-from-to = { $kind } from { $from } to { $to }
talk-between = { $kind } between { $from } and { $to }
message-from = { $kind } from { $from }
message-to = { $kind } to { $to }
plate-name = ARAXES
callout-taken = Taken, { $date }
callout-reported = On record, { $date }
changed-since = What changed since { $date }
change-lost = { $areas }: { $party } no longer on record as holder
change-unsaid = { $areas }: nothing on record now from { $party }
change-held = { $areas }: { $held }
change-holder = { $areas }: { $held }, previously by { $before }
and-more-messages = { $count ->
    [one] and one more message
   *[other] and { $count } more messages
}
projection-name = Lambert conformal conic
projection-azimuthal = Lambert azimuthal equal-area
projection-world = Equal Earth
map-scale = 1 : { $ratio }

# What people take home from a lecture
take-home-map = Map: { $what }.
handout-what = What this is
handout-about = A page for each of the { $count } steps of the lecture: the slide as the room saw it, what it finds, and the records on which it rests, with page, note and archive. The last pages explain colours and signs, and list every source cited.
handout-notes-about = A page for each of the { $count } steps of the lecture: the slide as the room saw it, what it finds, the speaker’s notes, and the records on which it rests, with page, note and archive. The last pages explain colours and signs, and list every source cited.
handout-sheet-about = A sheet to work with: the map of each of the { $count } steps of the lecture, and lines for a headline, answers and notes. The headlines and answers of the lecture stand on a page of their own behind the last map.
handout-whose = Whose account it is
handout-note = How far to trust the map
handout-map-data = Credits
handout-steps = The steps
handout-speaker = What the speaker says
handout-question = Question
handout-answer = Answer
handout-answers = Headlines and answers
handout-records = What it rests on
handout-people = People and bodies named: { $people }
handout-your-headline = Your headline for this map
handout-your-notes = Your notes
handout-how-to-read = How to read the maps
handout-bibliography = Sources
handout-read = Read for this atlas
handout-named = Named in the notes of what was read; not seen by this atlas
slides-answer-title = { $headline } – the answer
slides-records = Records: { $records }
page-not-translated = (not translated)
page-legend = On the map
page-languages = Language
page-steps = Steps
page-previous = Previous
page-next = Next
page-go-to = Go to a step
language-en = English
language-az = Azərbaycanca
language-tr = Türkçe
language-ru = Русский
language-hy = Հայերեն

# The presenter's view of a lecture
presenter = Presenter’s view
presenter-pause = Pause
presenter-start = Start
presenter-reset = Reset
presenter-black = Black
presenter-white = White
presenter-short = Short version, { $count } min
presenter-swap = Swap screens
presenter-close = Close (P)
presenter-to-slide = The room sees this: back to the slide (P)
presenter-not-started = starts with the next step
presenter-early = { $time } ahead
presenter-on-time = on time, { $time } left here
presenter-slow = slow: { $time } over
presenter-late = late: { $time } over
presenter-sees-black = The room sees a black screen
presenter-sees-white = The room sees a white screen
presenter-sees-detour = The room sees a detour; Enter returns
presenter-step = Step { $step } of { $count } · planned until { $time }
presenter-next = Next
presenter-previous = Back
presenter-then = Next
presenter-then-answer = Then the answer
presenter-end = The end
presenter-notes = Notes
presenter-larger = Larger notes
presenter-smaller = Smaller notes
presenter-no-notes = This step has no notes.
presenter-asks = Ask the room
presenter-answers = The answer

# What people take home from a lecture, from the window
take-home = Take home
take-home-tour = Lecture
take-home-no-tour = This atlas has no lecture
take-home-handout = Handout (PDF)
take-home-handout-about = A4, a page for each step, with records, signs and sources
take-home-sheet = Student’s sheet (PDF)
take-home-sheet-about = The maps with lines to write on; headlines and answers stand on a page at the end
take-home-slides = Slides (PPTX)
take-home-slides-about = Pictures with titles and the speaker’s notes, for office programs
take-home-page = Page for browsers (HTML)
take-home-page-about = One file that plays the lecture without a network
take-home-notes = With the speaker’s notes
take-home-progress = { $step } of { $count }
take-home-cancel = Cancel
take-home-cancelled = Cancelled; nothing was written
take-home-lecture = Handout, slides or page of a lecture…

# Making a tour
tour-new-title = My tour
tour-copy-title = { $title }, my copy
tour-kept = Kept as step { $step } of “{ $title }”. Ctrl+Z undoes.
tour-left-day = The second day of the comparison is left out: a step has one day.
tour-left-maps = The small maps are left out: a step has one map or two.
tour-has-faults = { $path } has faults, and nothing of it was opened:
tour-unsaved = Unsaved work from { $time }: “{ $title }”
settings-unreadable = The settings could not be read. They are kept at { $path }, and the program begins with none.
settings-not-kept = The settings at { $path } could not be read, nor given another name: the next change is written over them.
tour-unsaved-unreadable = Unsaved work could not be read. It is kept at { $path }: { $error }
tour-restore = Restore
tour-discard = Discard
tour-none = Press K to keep what the map shows as the first step of a tour.
tour-keep = Keep this view (K)
tour-preview = Preview (F5)
tour-save = Save
tour-save-as = Save as…
tour-open = Open…
tour-open-it = Open
tour-new = New
tour-close = Close
tour-cancel = Cancel
tour-path = File
tour-replace-ask = There is a file { $path } already.
tour-replace = Replace it
tour-keep-file = Keep that file
tour-give-up-ask = The tour has changes that are not saved.
tour-save-first = Save first
tour-give-up = Discard them
tour-title = Title of the tour
tour-length = { $count ->
    [one] one step
   *[other] { $count } steps
}, about { $minutes } min
tour-changed = not saved yet
tour-no-headline = No headline yet
tour-up = Up
tour-down = Down
tour-duplicate = Duplicate
tour-delete = Delete
tour-take-view = Take this view
tour-headline = Headline
tour-caption = Caption
tour-notes = Notes, for you alone
tour-ask = Question for the room
tour-reveal = Answer
tour-words = { $count } of { $limit } words
tour-words-many = { $count } of { $limit } words: the last row cannot read so many
tour-words-few = { $count } of { $limit } words: less than half a minute
tour-fills = Colours
tour-cut = Cut
tour-fade = Fade
tour-move = Move
tour-opening = First slide
tour-day = Day
tour-closing = Last slide
tour-callouts = Words on the map
tour-callout = At { $area }, at most 8 words
tour-callout-add = Add at { $area }
tour-callout-none = Choose a coloured district or a record
tour-callout-remove = Remove
tour-short = In the short version
tour-dwell = Alone on screen

# The menu of lectures
tours-of-atlas = Give a tour
tours-own = Tours of your own
tours-make = Make a tour
tours-changes = Change by change, through the present lens
tours-start = { $title } · { $count } steps, about { $minutes } min
tours-start-short = { $title }, short · { $minutes } min
tours-edit = Change “{ $title }”
tours-keep = Keep this view as a step
tours-editor = Show or hide the editor of tours
tours-new = New tour
tours-copy = Copy of “{ $title }” to change

# The kiosk: words of an atlas that brings none of its own
kiosk-days = Days on which something happened
kiosk-day-before = Day before
kiosk-day-after = Next day
kiosk-step-before = Back
kiosk-step-after = Next
kiosk-answer = Answer
kiosk-scene-end = Choose again
kiosk-again = Start again
kiosk-scenes = Scenes
kiosk-how-to-read = How to read this
kiosk-choices = Easier to use
kiosk-choices-title = Easier to use
kiosk-plain = Simple words
kiosk-larger-text = Larger text
kiosk-contrast = Strong contrast
kiosk-less-motion = Less motion
kiosk-low-reach = Everything within reach
kiosk-words = The map in words
kiosk-free-map = The whole map
kiosk-free-map-about = Every day and every place: touch what you like.
kiosk-held = Who held it
kiosk-list = List of all that is on the map
kiosk-which = What do you mean?
kiosk-close = Close
kiosk-more = More
kiosk-less = Less
kiosk-text-next = Read on
kiosk-text-first = From the beginning
kiosk-still-here = Are you still here?
kiosk-stay = I am still here
kiosk-open-title = Open the kiosk?
kiosk-open-about = The kiosk fills the screen and answers only touches. { $keys } leads back here.
kiosk-open = Open the kiosk
kiosk-open-not = Stay here
kiosk-touch = Touch to begin
kiosk-question = Who wanted it, and who held it?
kiosk-after-scene = Now the map is yours: touch a place, a day, a capital.
kiosk-everyone = Everyone
kiosk-chip-everyone = All claims of this day, side by side
kiosk-chip-everyone-plain = Who said: this land is ours?
kiosk-chip-of = What { $name } wanted for each district, on record
kiosk-sample-solid = Whole colour
kiosk-sample-solid-about = One party says that the district is its own and, according to reports, also holds it.
kiosk-sample-solid-about-plain = All coloured: this side wants it and has it.
kiosk-sample-pattern = Stripes or pattern
kiosk-sample-pattern-about = Wanted, given or disputed in words. Who held the ground, a pattern does not say.
kiosk-sample-pattern-about-plain = Stripes or pattern: words only. Somebody said it should be so.
kiosk-sample-ribbon = Ribbon inside the edge
kiosk-sample-ribbon-about = Whose troops held the district, according to reports. The letter on it names the party.
kiosk-sample-ribbon-about-plain = Coloured ribbon: whose soldiers had the place, people reported.
kiosk-sample-possible = Open or dotted: possibly
kiosk-sample-possible-about = The day, the place or the holder is not sure, or the report has grown old.
kiosk-sample-possible-about-plain = Open or dotted: perhaps. We do not know for sure.
kiosk-who-says-so = Who says so?
kiosk-works = Books and papers
kiosk-archives = Archives that they name
kiosk-voices = Other voices there are
kiosk-voices-lead = The source names these. This atlas saw none of them.
kiosk-voices-lead-plain = Other books and papers. We have not read them.

# The cards of the kiosk
kiosk-card-who = Who
plain-kiosk-card-who = Who?
kiosk-card-how-sure = How sure
plain-kiosk-card-how-sure = Sure?
kiosk-card-word = On whose word
plain-kiosk-card-word = Who says so?
kiosk-sentence = { $sentence }.
kiosk-perhaps = perhaps { $sentence }
kiosk-possibly = possibly: { $sentence }
kiosk-plain-of-area = about { $area }: { $sentence }
kiosk-term = { $term }: { $sentence }
kiosk-from-to = { $from }, to { $to }
kiosk-troops-under = { $troops } under { $leader }
kiosk-whereabouts = { $certainty ->
    [possible] possibly { $place }
   *[other] { $place }
}
kiosk-sure-of = { $who } – { $sure }
kiosk-said = said { $date }
plain-kiosk-said = said on { $date }
kiosk-if = on a condition
plain-kiosk-if = only on one condition
kiosk-no-arrival = no arrival is reported
plain-kiosk-no-arrival = nobody reports that they came
kiosk-no-holder = no holder named
plain-kiosk-no-holder = nobody is named
kiosk-no-party = troops of no stated party
plain-kiosk-no-party = soldiers; whose is not said
kiosk-no-sender = sender not stated
plain-kiosk-no-sender = who sent it is not said
kiosk-nobody-named = nobody by name
plain-kiosk-nobody-named = nobody by name
kiosk-the-author = the author’s account
plain-kiosk-the-author = the author
kiosk-nobody = nobody on record
plain-kiosk-nobody = nobody
kiosk-silence = silence is no answer
plain-kiosk-silence = nothing written does not mean nothing happened
kiosk-all-kept = all versions are kept, none is preferred
plain-kiosk-all-kept = we keep them all
kiosk-nothing-claimed = no claim and no holder is on record for this day
plain-kiosk-nothing-claimed = nothing is written down for this day
kiosk-nothing-held = no holder is on record for this day
plain-kiosk-nothing-held = who had it on this day is not written down
kiosk-nothing-said = no statement is on record by this day
plain-kiosk-nothing-said = about this land nothing is written down
kiosk-nothing-here = nothing is told of it by this day
plain-kiosk-nothing-here = nothing is told about it
kiosk-nothing-named = on the map to show the way; no source used here names it
plain-kiosk-nothing-named = it is on the map to show the way
kiosk-nothing-of-party = no word of its own about these districts is on record by this day
plain-kiosk-nothing-of-party = about these lands nothing is written down
kiosk-nothing-that-day = nothing on record is dated by this day
plain-kiosk-nothing-that-day = nothing is written down for this day
kiosk-last-told = last told before, { $date }: { $sentence }
plain-kiosk-last-told = earlier, on { $date }: { $sentence }
kiosk-last-said = last before it, { $date }: { $sentence }
plain-kiosk-last-said = earlier, on { $date }: { $sentence }
kiosk-more-answers = And { $count } more.
plain-kiosk-more-answers = There is more: { $count }.
kiosk-party-silent = of { $area } no word of it is on record; { $sentence }
plain-kiosk-party-silent = about { $area } nothing is written down; { $sentence }
kiosk-plain-count = { $strength }, says { $who }
kiosk-more-troops = Troops reported here
plain-kiosk-more-troops = Soldiers, as people reported
kiosk-more-last = Last said
plain-kiosk-more-last = Said last
kiosk-more-others = Others say
plain-kiosk-more-others = Others say
kiosk-more-condition = On condition
plain-kiosk-more-condition = Only if
kiosk-more-read-in = Read in
plain-kiosk-more-read-in = Where it is written
kiosk-more-words = Words
plain-kiosk-more-words = Hard words
kiosk-more-whole = In full
plain-kiosk-more-whole = The whole sentence
kiosk-more-day = On this day
plain-kiosk-more-day = On this day
kiosk-more-twice = Told in more than one way
plain-kiosk-more-twice = Told in more than one way
kiosk-more-reports = Other reports
plain-kiosk-more-reports = Other reports
kiosk-more-stated = What it states
plain-kiosk-more-stated = What it says of each place
kiosk-more-note = Caution
kiosk-more-letters = Messages of the day
plain-kiosk-more-letters = Letters of this day
kiosk-more-tellings = The versions
plain-kiosk-more-tellings = It is told like this
kiosk-kind-district = district
kiosk-district-named = { $name } district
kiosk-kind-capital = capital
kiosk-kind-city = city
kiosk-kind-town = town
kiosk-kind-village = village
kiosk-kind-station = railway station
kiosk-kind-pass = pass
kiosk-kind-bridge = bridge
kiosk-kind-peak = mountain
kiosk-kind-front = front
kiosk-kind-region = region
kiosk-kind-country = country
kiosk-kind-river = river
kiosk-kind-railway = railway
kiosk-kind-line = line
kiosk-kind-monastery = monastery
kiosk-kind-unit = troops
kiosk-kind-message = message
kiosk-kind-event = event
kiosk-kind-claim = statement
kiosk-kind-held = holder
kiosk-kind-day = this day
kiosk-this-day = On this day
kiosk-sure-document = from their own message
kiosk-sure-narrative = the author tells it
kiosk-sure-gloss = the author understands it so
kiosk-sure-inference = worked out from what they did
kiosk-sure-author = the author thinks so
kiosk-sure-told = we know it from { $who }
kiosk-sure-possible = perhaps: the day is not sure
kiosk-sure-old = perhaps: the report is some days old
kiosk-sure-undated = the day is not known
kiosk-plain-claims = { $party } said: this land is ours
kiosk-plain-assigns = { $party } wanted it given to { $to }
kiosk-plain-recognises = { $party } said it belongs to { $to }
kiosk-plain-disputed = { $party } said: two sides argue over it
kiosk-plain-renounces = { $party } offered to give it up
kiosk-plain-renounces-to = { $party } offered to give it up to { $to }
kiosk-plain-presses = { $party } wanted { $of } to give it up
kiosk-plain-autonomy = { $party } wanted it to govern itself
kiosk-plain-occupy = { $party } wanted { $troops } to go there
kiosk-plain-occupy-own = { $party } wanted its own soldiers to go there
kiosk-plain-evacuate = { $party } wanted { $troops } to leave
kiosk-plain-declines = { $party } said: our soldiers will not take it
kiosk-plain-opposes = { $party } did not want { $by } to take it
kiosk-plain-opposes-own = { $party } did not want to take it
kiosk-plain-opposes-any = { $party } did not want anybody to take it
kiosk-plain-held = { $troops } held it
kiosk-plain-held-part = { $troops } held a part of it
kiosk-plain-stands = { $unit } stood { $spot }
kiosk-plain-arrives = { $unit } came to { $place }
kiosk-plain-leaves = { $unit } left { $place }
kiosk-plain-bound-for = on the way to { $place }: { $unit }
kiosk-plain-ordered = told to go to { $place }: { $unit }
kiosk-plain-expected = expected { $spot }: { $unit }
kiosk-plain-potential = could be gathered { $spot }: { $unit }
kiosk-plain-somewhere = { $unit }: the place is not told

## What a record holds: labels of further fields, and the words of the package format
fact-parent = parent
fact-echelon = echelon
fact-arm = arm
fact-commander = commander
fact-joined = joined
fact-troops = troops
fact-letter = letter
fact-slot = slot
fact-language = language
fact-capital = capital
fact-lens = lens
fact-seat = seat
fact-called = called
fact-described = described
fact-context = context
fact-place_rank = Size on the map, 1 largest
fact-author = author
fact-editor = editor
fact-container-title = container title
fact-volume = volume
fact-issue = issue
fact-page = page
fact-publisher = publisher
fact-publisher-place = publisher place
fact-issued = issued
fact-accessed = accessed
fact-archive = archive
fact-archive-place = archive place
fact-archive_location = archive location
fact-type = type
word-kind-body = body
word-kind-person = person
word-kind-capital = capital
word-kind-city = city
word-kind-town = town
word-kind-village = village
word-kind-station = station
word-kind-pass = pass
word-kind-bridge = bridge
word-kind-peak = peak
word-kind-front = front
word-kind-region = region
word-kind-country = country
word-kind-river = river
word-kind-railway = railway
word-kind-line = line
word-kind-monastery = monastery
word-kind-stands = stands
word-kind-arrives = arrives
word-kind-leaves = leaves
word-kind-bound-for = bound for
word-kind-ordered = ordered
word-kind-expected = expected
word-kind-potential = potential
word-authority-decision = decision
word-authority-official = official
word-authority-individual = individual
word-echelon-army = army
word-echelon-corps = corps
word-echelon-division = division
word-echelon-brigade = brigade
word-echelon-regiment = regiment
word-echelon-battalion = battalion
word-echelon-company = company
word-echelon-detachment = detachment
word-echelon-delegation = delegation
word-arm-infantry = infantry
word-arm-cavalry = cavalry
word-arm-artillery = artillery
word-arm-mixed = mixed
word-arm-machine-guns = machine guns
word-arm-train = train
word-arm-militia = militia
word-arm-navy = navy
word-arm-air = air
word-extent-whole = whole
word-extent-part = part
word-about-identity = identity
word-about-place = place
word-about-answer = answer
word-about-stance = stance
word-about-wording = wording
word-about-holder = holder
word-about-strength = strength
word-about-figures = figures
word-about-date = date
word-stance-claims = claims
word-stance-assigns = assigns
word-stance-recognises = recognises
word-stance-disputed = disputed
word-stance-renounces = renounces
word-stance-presses = presses
word-stance-autonomy = autonomy
word-stance-occupy = occupy
word-stance-evacuate = evacuate
word-stance-declines = declines
word-stance-opposes = opposes

## Kinds of records in the log, at most 13 letters
log-kind-message = message
log-kind-claim = claim
log-kind-control = control
log-kind-unit = unit
log-kind-event = event
log-kind-person = person
log-kind-place = place
log-kind-contradiction = contradiction
