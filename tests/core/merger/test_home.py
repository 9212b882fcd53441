"""Countries of officials whose own words tell none: whose news it is, who they come with, and who is left."""

from __future__ import annotations

import pytest

from eventx import Document, Engine

CASES = (
    # -- the news agency's country, in brackets of the dateline, behind the last words, behind "Source:" --
    (
        "KUALA LUMPUR, May 5 — Foreign Minister Rahman Yusof met Italian ambassador Carlo Bassi on Monday. — Bernama",
        {"Rahman Yusof": "MY", "Carlo Bassi": "IT"},
    ),
    (
        "DUBAI, 5th May, 2024 (WAM) -- Minister of Economy Salem Al Hamadi received Chilean minister Pablo Rojas on Sunday.",
        {"Salem Al Hamadi": "AE", "Pablo Rojas": "CL"},
    ),
    (
        "The Majority Chief Whip, Mr Kofi Badu, met the Cuban ambassador, Marta Ruiz, on Friday.\n\nSource: GNA",
        {"Kofi Badu": "GH", "Marta Ruiz": "CU"},
    ),
    # -- those who come with somebody of one country --
    (
        "Malaysian Premier Anwar Salleh will visit Brunei on Monday. He will be accompanied by Foreign Minister Rahman Yusof.",
        {"Anwar Salleh": "MY", "Rahman Yusof": "MY"},
    ),
    # -- an ambassador is not at home where he gives a reception --
    ("Ambassador Karl Berg hosted a reception in Lima on April 28 to mark the National Day.", {"Karl Berg": None}),
    # -- nor is a consul who receives a visitor where he serves; a minister who does is --
    (
        "Ghana's Speaker Yaw Adom arrived in Lima on May 5. He was received by Consul General in Lima, Kofi Badu.",
        {"Yaw Adom": "GH", "Kofi Badu": None},
    ),
    (
        "Ghana's Speaker Yaw Adom arrived in Lima on May 5. He was received by Minister Carla Rojas.",
        {"Yaw Adom": "GH", "Carla Rojas": "PE"},
    ),
    # -- the other of two countries the text speaks of --
    (
        "Ghana and Namibia trade. Speaker Yaw Adom met Namibian Ambassador Petra Shikongo. Ghana and Namibia are friends.",
        {"Yaw Adom": "GH", "Petra Shikongo": "NA"},
    ),
    # -- the only one --
    (
        "Indonesian President Joko Santo met Cardinal Conti in Indonesia. Indonesia won. Also present was Minister Rini Hartono.",
        {"Joko Santo": "ID", "Rini Hartono": "ID"},
    ),
    # -- a colleague without a title whom somebody meets on a visit is of the country visited; not one met elsewhere --
    (
        "Portuguese Minister Carla Lopes began a two-day visit to Angola on Monday and met her counterpart Jose Manuel.",
        {"Carla Lopes": "PT", "Jose Manuel": "AO"},
    ),
    (
        "Portuguese Minister Carla Lopes met her counterpart Jose Manuel in Vienna on Monday.",
        {"Carla Lopes": "PT", "Jose Manuel": None},
    ),
    (
        "JAKARTA (ANTARA) - President-elect Bowo Santosa met Singapore Prime Minister Lionel Wong on Tuesday.",
        {"Bowo Santosa": "ID", "Lionel Wong": "SG"},
    ),
    # -- nobody met before somebody goes on to a country is of that --
    (
        "Minister Karl Lind of Norway will meet Minister Ana Souza on Monday before heading to Shanghai on Tuesday.",
        {"Karl Lind": "NO", "Ana Souza": None},
    ),
    # -- who reigns by one word is not who does by another, whose country is told --
    (
        "Amir gets letter from Sultan of Oman\nKUWAIT, May 13 (KUNA) -- The Amir Sheikh Fahad Al-Jaber met Minister Saif Lind.",
        {"Fahad Al-Jaber": "KW"},
    ),
    (
        "King of Jordan receives Minister Saif Lind\nKing Talal received Minister Saif Lind on Monday.",
        {"Talal": "JO"},
    ),
    # -- a country that is only where something is, or part of a name, is not the text's --
    (
        "Talks turn away from Sudan\n\nPresident Hale urged the council to look beyond the long war in the Sudan.",
        {"Hale": None},
    ),
    (
        "Minister Paul Odera met Commissioner Ana Ruiz at the Munich Security Conference. The Munich Security Conference ended.",
        {"Paul Odera": None},
    ),
    (
        "Sudan waits for talks\n\nPresident Hale urged the council to end the war in Sudan.",
        {"Hale": "SD"},
    ),
    # -- who speaks for several countries is of none, wherever he receives --
    (
        "In Brussels, European Commission President Helga Heide received Minister Paul Odera of Kenya on Monday.",
        {"Helga Heide": None, "Paul Odera": "KE"},
    ),
    # -- whom a traveller meets before any of several trips is told is not at home in the first --
    (
        (
            "Vice Foreign Minister Han Sang-kyu will meet U.S. envoy Laura Feld on Friday. Feld began with a visit to Japan. "
            "She will fly to Mongolia before visiting China."
        ),
        {"Han Sang-kyu": None, "Laura Feld": "US"},
    ),
    # -- a Speaker received by his Amir is no foreigner; he who comes from abroad is told with his country --
    (
        (
            "KUWAIT CITY: The Amir Nasser Al-Jaber received Speaker Marzouq Al-Ghan on Sunday. "
            "Saudi Arabia and Kuwait are friends. Saudi Arabia and Kuwait trade. Saudi Minister Ali Harbi came."
        ),
        {"Nasser Al-Jaber": "KW", "Marzouq Al-Ghan": "KW"},
    ),
    # -- a country told in titles alone is not the text's --
    (
        (
            "New British envoy calls on Speaker\n\nSpeaker Paul Herm received British High Commissioner Ann Skol on Monday. "
            "British minister Tom Hale came along."
        ),
        {"Paul Herm": None, "Ann Skol": "GB"},
    ),
    # -- never the country they visit, nor where several are spoken of --
    (
        "Prime Minister Omar Haddad arrived in Norway on Monday for a visit to Norway. Norway and its people greeted him.",
        {"Omar Haddad": None},
    ),
    (
        "Kenya, Uganda and Rwanda trade. Minister Paul Odera met Minister Jean Mugisha. Uganda, Kenya and Rwanda agreed.",
        {"Paul Odera": None, "Jean Mugisha": None},
    ),
    (
        "Norwegian Speaker Ana Lind, who is on a visit to Italy, met Inter-Parliamentary Union President Rui Costa.",
        {"Ana Lind": "NO", "Rui Costa": None},
    ),
    # -- nor that of their colleague from elsewhere --
    (
        (
            "Deputy Minister Oskar Lind and his Fijian counterpart Jone Vula met in Suva on May 13. "
            "Both spoke of the visit to Fiji by President Karl Stein."
        ),
        {"Oskar Lind": None, "Jone Vula": "FJ"},
    ),
    (
        (
            "Deputy Minister Karl Berg called on President Jone Vula in Suva on May 3. "
            "He spoke of the talks with his Fijian counterpart Ana Tora."
        ),
        {"Karl Berg": None, "Jone Vula": "FJ", "Ana Tora": "FJ"},
    ),
    (
        (
            "Deputy Minister Karl Berg called on President Jone Vula in Suva on May 3. "
            "He spoke of the talks with the Fijian minister Ana Tora."
        ),
        {"Karl Berg": "FJ", "Jone Vula": "FJ", "Ana Tora": "FJ"},
    ),
    # -- of two states that signed, of one of which one of two is told to be, the other is of the other --
    (
        "Nigeria and Norway signed an accord. Minister Ade Tukur and the Norwegian minister Karl Berg signed the accord.",
        {"Ade Tukur": "NG", "Karl Berg": "NO"},
    ),
    (
        "Niger, Ghana and Norway signed an accord. Minister Ade Tukur and Norwegian minister Karl Berg signed the accord.",
        {"Ade Tukur": None, "Karl Berg": "NO"},
    ),
    # -- those met are not of the country of who meets them --
    (
        (
            "Senator Ana Ruiz, Minister of Foreign Affairs, met on Monday with the Assistant Secretary of Trade, Bo Lind; the US "
            "Ambassador to Peru, Karl Berg, and Ms. Sara Tal, Special Adviser on Health."
        ),
        {"Ana Ruiz": "PE", "Bo Lind": None, "Karl Berg": "US", "Sara Tal": None},
    ),
    # -- who holds no office of a state has none --
    (
        "JAKARTA, May 5 (ANTARA) - ASEAN Secretary General Lim Hock met Company President Budi Raharjo on Monday.",
        {"Lim Hock": None},
    ),
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Return the Engine with the built-in plugins."""
    return Engine()


@pytest.mark.parametrize(("text", "countries"), CASES)
def test_countries(engine: Engine, text: str, countries: dict[str, str | None]) -> None:
    """Each has the country that follows, and none where it does not."""
    extraction = engine.extract(Document(text, language="en"))
    told = {p.name: p.country for event in extraction.events for p in event.participants}
    assert {name: told.get(name, "nobody") for name in countries} == countries
