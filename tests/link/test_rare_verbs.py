"""Verbs that seldom tell of arms: of carrying and slipping them to somebody, of holding them back, of letting have."""

from __future__ import annotations

import pytest

from tests.link.reading import END, Cell, rows

PUBLISHED = "2024-06-15"
CELLS = "supplier recipient quantity stage"

ARMS_ARE_CARRIED: list[tuple[str, tuple[Cell, ...]]] = [
    ("Tehran funnelled 40 Ababil drones to Hezbollah.", ("IRN", "Hezbollah", 40, "delivered")),
    ("Belgrade slipped 60 mortars to Armenia.", ("SRB", "ARM", 60, "delivered")),
    ("Last month 30 T-55 tanks were trucked to Chad from Libya.", ("LBY", "TCD", 30, "delivered")),
    ("Beijing pumped 200 Type 59 tanks into Albania.", ("CHN", "ALB", 200, "delivered")),
    ("France poured 90 AML armoured cars into Chad.", ("FRA", "TCD", 90, "delivered")),
    ("Sixteen howitzers were put into Tbilisi's hands by Bulgaria.", ("BGR", "GEO", 16, "delivered")),
    ("Lisbon has put 18 M113 carriers at Ukraine's disposal.", ("PRT", "UKR", 18, "delivered")),
    ("Italy placed two patrol boats at the disposal of Tunisia.", ("ITA", "TUN", 2, "delivered")),
    ("To Chisinau went 19 Piranha carriers from Germany.", ("DEU", "MDA", 19, "delivered")),
]

ARMS_ARE_HELD_BACK: list[tuple[str, tuple[Cell, ...]]] = [
    ("Bern withheld 25 Leopard 1 tanks from Denmark.", ("CHE", "DNK", 25, "cancelled")),
    ("Washington is holding back 12 Apache helicopters from Egypt.", ("USA", "EGY", 12, "cancelled")),
    ("Canada denied Turkey 30 targeting pods.", ("CAN", "TUR", 30, "cancelled")),
    ("Nigeria was denied 12 Cobra helicopters by the United States.", ("USA", "NGA", 12, "cancelled")),
    ("Indonesia was refused 24 Hawk trainers by Britain.", ("GBR", "IDN", 24, "cancelled")),
    ("Chile passed up 12 second-hand F-16s from Belgium.", ("BEL", "CHL", 12, "cancelled")),
    ("Lima reneged on a contract for 24 K2 tanks with South Korea.", ("KOR", "PER", 24, "cancelled")),
    ("Manila ditched a deal for 16 Mi-17 helicopters from Russia.", ("RUS", "PHL", 16, "cancelled")),
    ("Congress voted down the sale of 20 Harrier jets to India by the United States.", ("USA", "IND", 20, "cancelled")),
]

SOMEBODY_MAY_HAVE_ARMS: list[tuple[str, tuple[Cell, ...]]] = [
    ("Washington has cleared Greece to acquire 40 F-35 fighters.", ("USA", "GRC", 40, "approved")),
    ("London let Oman buy 12 Typhoon jets.", ("GBR", "OMN", 12, "approved")),
    ("Ankara gave Kenya permission to buy 20 Cobra carriers.", ("TUR", "KEN", 20, "approved")),
    ("Croatia obtained permission to buy eight Black Hawks from the United States.", ("USA", "HRV", 8, "approved")),
    ("Madrid let Uruguay have two corvettes.", ("ESP", "URY", 2, "delivered")),
    (
        "The Senate lifted its hold on 18 Cobras that the United States is selling to Bahrain.",
        ("USA", "BHR", 18, "approved"),
    ),
]

ARMS_ARE_TALKED_OF: list[tuple[str, tuple[Cell, ...]]] = [
    ("Manila has approached Japan about six frigates.", ("JPN", "PHL", 6, "proposed")),
    ("Hanoi sounded out Israel for three Barak batteries.", ("ISR", "VNM", 3, "proposed")),
    ("Lima is leaning towards 24 Gripens from Sweden.", ("SWE", "PER", 24, "proposed")),
    ("Kyiv looked to Norway for 14 howitzers.", ("NOR", "UKR", 14, "proposed")),
    ("Rome has put forward 12 M-346 trainers for Austria.", ("ITA", "AUT", 12, "proposed")),
    ("Seoul is trying to sell Morocco 150 K2 tanks.", ("KOR", "MAR", 150, "proposed")),
]

THE_SUBJECT_STANDS_ELSEWHERE: list[tuple[str, tuple[Cell, ...]]] = [
    ("By ordering 28 Caracals from France, Kuwait has filled a gap.", ("FRA", "KWT", 28, "ordered")),
    ("It was Portugal that sold Romania 12 F-16s.", ("PRT", "ROU", 12, "ordered")),
    ("Iraq was the buyer of 24 T-50 trainers from South Korea.", ("KOR", "IRQ", 24, "ordered")),
    ("Damen was named supplier of four frigates to Colombia.", ("NLD", "COL", 4, "ordered")),
]

NOTHING_MOVES = [
    "Deliveries of the 40 T-62 tanks slipped to 2027.",
    "Chad denied having bought six Kfirs from Israel.",
    "The Peruvian navy held back six frigates for its own use.",
    "The ministry said that 40 T-62 tanks fell into the hands of the rebels in Syria.",
    "Moscow put 40 T-62 tanks into reserve.",
    "The army hauled 40 T-62 tanks to the border with Poland.",
    "Let us not forget that Poland has 250 Leopards.",
    "It was Russia that lost 12 Ka-52 helicopters in Ukraine that month.",
]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        *ARMS_ARE_CARRIED,
        *ARMS_ARE_HELD_BACK,
        *SOMEBODY_MAY_HAVE_ARMS,
        *ARMS_ARE_TALKED_OF,
        *THE_SUBJECT_STANDS_ELSEWHERE,
    ],
)
def test_a_seldom_verb_tells_of_a_transfer(text: str, row: tuple[Cell, ...]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == [row]


@pytest.mark.parametrize("text", NOTHING_MOVES)
def test_the_same_words_move_nothing(text: str) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == []


ARMS_COME_BY_SOME_WAY: list[tuple[str, tuple[Cell, ...]]] = [
    ("Eighteen T-72 tanks found their way from Morocco to Ukraine.", ("MAR", "UKR", 18, "delivered")),
    ("Four Bell 412 helicopters ended up in Yemen after Jordan had sold them.", ("JOR", "YEM", 4, "delivered")),
    ("Two corvettes have joined the Algerian navy from China.", ("CHN", "DZA", 2, "delivered")),
    ("Argentina had ten Skyhawks from the United States.", ("USA", "ARG", 10, "delivered")),
    ("Bolivia has six Super Pumas, all supplied by France.", ("FRA", "BOL", 6, "delivered")),
    ("Sofia disposed of 20 MT-LB carriers to Moldova.", ("BGR", "MDA", 20, "delivered")),
    (
        "At Praia on Friday the ambassador of Luxembourg handed over the keys of two patrol boats to Cape Verde.",
        ("LUX", "CPV", 2, "delivered"),
    ),
]

DEALS_ARE_MADE_OR_FAIL: list[tuple[str, tuple[Cell, ...]]] = [
    ("Norway's choice fell on 54 Leopard 2A7 tanks from Germany.", ("DEU", "NOR", 54, "proposed")),
    ("There is talk of 16 Rafales from France for Serbia.", ("FRA", "SRB", 16, "proposed")),
    ("Thales and the Moroccan air force have come to terms on four French radars.", ("FRA", "MAR", 4, "agreed")),
    ("Damen, which is to build Nigeria two landing ships, has laid the first keel.", ("NLD", "NGA", 2, "ordered")),
    ("Turkey's Baykar is at work on 12 Akinci drones for Libya.", ("TUR", "LBY", 12, "ordered")),
    ("An attempt by Peru to buy 24 Rafales from France failed.", ("FRA", "PER", 24, "cancelled")),
    ("Spain has taken back its offer of 20 Leopard 2A4 tanks to Peru.", ("ESP", "PER", 20, "cancelled")),
    ("The sale to Kuwait of 28 Italian Typhoons has been put off indefinitely.", ("ITA", "KWT", 28, "cancelled")),
    ("Chile has given up its plan to buy 12 corvettes from Spain.", ("ESP", "CHL", 12, "cancelled")),
]

MORE_THAT_MOVES_NOTHING = [
    "The radar of the frigate failed a test in Norway, which has 12 of them.",
    "Two frigates joined an exercise off Oman on Monday.",
    "Chile has two C-130H transports from the United States.",
    "Berths for four Spanish frigates are to be ready in 2029.",
]


@pytest.mark.parametrize(("text", "row"), [*ARMS_COME_BY_SOME_WAY, *DEALS_ARE_MADE_OR_FAIL])
def test_an_unusual_phrase_tells_of_a_transfer(text: str, row: tuple[Cell, ...]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == [row]


@pytest.mark.parametrize("text", MORE_THAT_MOVES_NOTHING)
def test_other_subjects_move_nothing(text: str) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == []


ARMS_ARE_HAD_BUILT_OR_MADE_AVAILABLE: list[tuple[str, tuple[Cell, ...]]] = [
    ("Vietnam is having six patrol ships built in India.", ("IND", "VNM", 6, "ordered")),
    ("Ireland had four patrol ships built at Appledore in Britain.", ("GBR", "IRL", 4, "ordered")),
    ("Spain is making ten Leopard 2A4 tanks available to Ukraine.", ("ESP", "UKR", 10, "agreed")),
    ("Two C-130 transports were made available to Niger by Belgium.", ("BEL", "NER", 2, "agreed")),
    ("The 24 Hunters sold to Jordan by the British were refitted at Dunsfold.", ("GBR", "JOR", 24, "ordered")),
    ("Portugal took two frigates off the Dutch navy.", ("NLD", "PRT", 2, "ordered")),
    ("Approval has been given for the sale of 12 tanks by Italy to Oman.", ("ITA", "OMN", 12, "approved")),
]

BUYERS_MAKE_UP_THEIR_MINDS: list[tuple[str, tuple[Cell, ...]]] = [
    ("Lima means to buy 24 Rafales from France.", ("FRA", "PER", 24, "proposed")),
    ("Warsaw is ready to give Ukraine 14 MiG-29 jets.", ("POL", "UKR", 14, "proposed")),
    ("Vienna has decided in favour of 12 M-346 trainers from Italy.", ("ITA", "AUT", 12, "proposed")),
    ("Oman has put its name down for eight Typhoons from Britain.", ("GBR", "OMN", 8, "proposed")),
    ("Chile is still waiting for four corvettes from Spain.", ("ESP", "CHL", 4, "ordered")),
    ("Madrid and Jakarta have done a deal over nine C-295 transports.", ("ESP", "IDN", 9, "ordered")),
]


@pytest.mark.parametrize(("text", "row"), [*ARMS_ARE_HAD_BUILT_OR_MADE_AVAILABLE, *BUYERS_MAKE_UP_THEIR_MINDS])
def test_a_plain_turn_tells_of_a_transfer(text: str, row: tuple[Cell, ...]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "The Dutch army has 12 Leopards ready to be shown in Assen.",
        "Peru had six patrol boats built at home by its own yard.",
        "The army made 12 of its Leopards available to film crews.",
    ],
)
def test_the_same_turn_moves_nothing(text: str) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("No licence was given for four Spanish corvettes for Qatar.", ("ESP", "QAT", 4, "cancelled")),
        ("The sale of 12 tanks by Germany to Oman was never approved.", ("DEU", "OMN", 12, "cancelled")),
        ("Sweden has not yet approved the sale of 12 Gripens to Peru.", ("SWE", "PER", 12, "proposed")),
        ("Angola's request for 12 trainers was turned down by Prague.", ("CZE", "AGO", 12, "cancelled")),
        ("Togo asked France in vain for six Alpha Jets.", ("FRA", "TGO", 6, "cancelled")),
        ("Austria's offer of 12 Drakens to Malta failed to materialise.", ("AUT", "MLT", 12, "cancelled")),
        ("Four Mi-35 helicopters were flown from Russia to Mali in May.", ("RUS", "MLI", 4, "delivered")),
        ("Chad applied to Spain for six C-295 transports.", ("ESP", "TCD", 6, "proposed")),
        ("Chad applied to buy six C-295 transports from Spain.", ("ESP", "TCD", 6, "proposed")),
        ("Poland got 14 MiG-29 jets to Ukraine in March.", ("POL", "UKR", 14, "delivered")),
        ("Qatar equipped itself with 36 Rafales from France.", ("FRA", "QAT", 36, "ordered")),
        ("Norway is bidding to sell Canada six submarines.", ("NOR", "CAN", 6, "proposed")),
        ("Kenya is contemplating the purchase of 12 Tejas jets from India.", ("IND", "KEN", 12, "proposed")),
    ],
)
def test_leave_that_is_not_given_and_wishes_that_fail(text: str, row: tuple[Cell, ...]) -> None:
    assert rows(text + END, CELLS, published=PUBLISHED) == [row]
