"""Where one has been in this run of the program: pages, and what was open on them."""

from dataclasses import dataclass

MOST = 12


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its key, and what is open on it, such as a document by its key; None: the page as it is."""

    key: str
    item: object = None


class Visited:
    """Remembers the last places, each once, the newest first."""

    def __init__(self) -> None:
        self._places: list[Place] = []

    def note(self, key: str, item: object = None) -> None:
        """Somebody came here."""
        place = Place(key, item)
        self._places = [place, *(other for other in self._places if other != place)][:MOST]

    def elsewhere(self, current_key: str) -> list[Place]:
        """Where else one was: neither what is in front now nor the page it is on."""
        return [place for place in self._places[1:] if place != Place(current_key)]
