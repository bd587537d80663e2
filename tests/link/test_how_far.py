"""How far a deal has got, by the papers beside its verb, and what denials and refusals make of it."""

import pytest

from tests.link.reading import rows

END = " The ministry said so on Monday."


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile will pay $366 million for 52 Caesar howitzers from France under a contract signed in May.",
        "Oman is to pay 90 million euros for eight radars from Spain under an agreement reached in March.",
        "Under a contract signed last week Kenya will pay Turkey $40 million for six drones.",
    ],
)
def test_what_is_paid_for_under_a_contract_is_ordered(sentence: str) -> None:
    assert [stage for (stage,) in rows(sentence + END, "stage")] == ["ordered"]


def test_what_is_paid_for_under_a_contract_to_come_is_not_ordered() -> None:
    told = "Chile will pay $366 million for 52 Caesar howitzers from France under a contract to be signed in May." + END
    assert ("ordered",) not in rows(told, "stage")


@pytest.mark.parametrize(
    "sentence",
    [
        "A purchase of 24 Su-35 fighters from Russia by Iran was agreed in principle.",
        "A sale of six Gripens to Ghana by Sweden has been agreed in principle.",
        "Peru and Spain have reached an agreement in principle on two Alfa frigates.",
    ],
)
def test_what_is_agreed_in_principle_is_no_order(sentence: str) -> None:
    assert rows(sentence + END, "stage") == [("agreed",)]


def test_the_parts_of_an_order_that_will_be_paid_for_are_ordered() -> None:
    told = (
        "Peru has signed a contract for 17 Gripen fighters with Saab of Sweden. The government will pay 3.1 billion "
        f"euros for 15 single-seat Gripen Es and two Gripen Fs.{END}"
    )
    assert rows(told, "designation quantity stage") == [("Gripen E", 15, "ordered"), ("Gripen F", 2, "ordered")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The twelve Mirage 2000s that Indonesia was to buy from Qatar were given up for want of money.",
        "Parliament in The Hague voted down a sale of 12 Leopards to Indonesia.",
        "Washington withheld the 12 F-5E fighters that Ethiopia had bought.",
    ],
)
def test_what_is_given_up_or_voted_down_or_withheld_is_called_off(sentence: str) -> None:
    assert rows(sentence + END, "quantity stage") == [(12, "cancelled")]


@pytest.mark.parametrize(
    "sentence",
    [
        'Pretoria dismissed as "pure invention" a report that Denel had agreed to ship eight G6 howitzers to Rwanda.',
        "Lisbon dismissed as nonsense press reports that it had sold eight F-16s to Ukraine.",
        "Reports that Chad had bought 12 T-72 tanks from Ukraine are pure fantasy.",
        "Cairo denied a newspaper report that it had ordered 24 Su-35s from Russia.",
    ],
)
def test_what_is_called_an_invention_is_no_transfer(sentence: str) -> None:
    assert rows(sentence + END, "quantity") == []


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Four TRML-4D radars that Germany is giving Ukraine will come from a plant in Ulm.", "agreed"),
        ("The 28 M-55S tanks that Slovenia promised Ukraine have crossed the border.", "delivered"),
        ("Six helicopters that Norway has donated to Moldova came by rail.", "delivered"),
    ],
)
def test_what_somebody_gives_is_aid_however_it_comes(sentence: str, stage: str) -> None:
    assert rows(sentence + END, "arrangement stage") == [("aid", stage)]


def test_what_a_system_is_made_to_intercept_calls_nothing_off() -> None:
    told = "The Cheongung-II of South Korea intercepts aircraft. Iraq ordered eight batteries of it in 2024." + END
    assert rows(told, "quantity stage") == [(8, "ordered")]


@pytest.mark.parametrize(
    "sentence",
    [
        "No licence was given for 12 EC-145 helicopters, which Uzbekistan wanted from Germany.",
        "No licence was granted for 12 Leopards to Indonesia by Germany.",
        "Germany has granted Turkey no permits for 12 Leopard tanks.",
    ],
)
def test_a_licence_that_nobody_gave_is_a_refusal(sentence: str) -> None:
    assert rows(sentence + END, "quantity stage") == [(12, "cancelled")]


def test_a_licence_that_is_not_given_yet_is_no_refusal() -> None:
    told = "No licence has been given yet for 12 Leopards that Indonesia wants from Germany." + END
    assert rows(told, "stage") == [("proposed",)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A contract for six Gripens from Sweden was signed by Peru on Monday, with an option for four more.",
        "An order for six Gripens from Sweden was placed by Peru, with an option on four more.",
    ],
)
def test_an_option_makes_no_proposal_of_the_contract_that_it_comes_with(sentence: str) -> None:
    assert rows(sentence + END, "quantity stage") == [(6, "ordered"), (4, "proposed")]


def test_what_a_memorandum_foresees_is_agreed() -> None:
    told = "Chile's memorandum with Spain foresees six further C-295s." + END
    assert rows(told, "quantity stage") == [(6, "agreed")]


@pytest.mark.parametrize(
    "sentence",
    [
        "After seventeen months of talks India and France signed an agreement for 36 Rafales.",
        "After more than two years of negotiations, Peru and Spain signed a contract for 36 howitzers.",
        "After no fewer than eleven weeks of bargaining Chile signed a contract with Israel for 36 radars.",
    ],
)
def test_talks_that_are_over_make_no_proposal_of_what_was_signed(sentence: str) -> None:
    assert rows(sentence + END, "quantity stage") == [(36, "ordered")]


@pytest.mark.parametrize(
    "rest",
    [
        "said an official who is not authorised to speak to the press.",
        "said an engineer who was not cleared to give his name.",
        "said a guard, who would not let anybody near the quay.",
    ],
)
def test_who_may_not_do_something_else_refuses_no_deal(rest: str) -> None:
    told = "Kenya bought a Spyder system from Israel. The system arrived in Mombasa in December, " + rest + END
    assert rows(told, "recipient stage") == [("KEN", "delivered")]
