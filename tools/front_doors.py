"""Import contract: a room is entered through its front doors only."""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class FrontDoors(Contract):
    """Between two rooms only these imports are allowed: a door (`doors`), or anything in an open house (`open_houses`).

    `root` is the package that holds the rooms. A door is the name of a module ("queries") or, for one room only,
    the room with the module ("people.models"). Tests may use the tests of
    other rooms, for their set-up, and look at the rows that an operation left behind.
    """

    type_name = "front_doors"
    root = fields.StringField()
    doors = fields.ListField(subfield=fields.StringField())
    open_houses = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        windows = sorted(
            (importer, imported)
            for importer in graph.modules
            for imported in graph.find_modules_directly_imported_by(importer)
            if not self._is_allowed(importer, imported)
        )
        return ContractCheck(kept=not windows, metadata={"windows": windows})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for importer, imported in check.metadata["windows"]:
            doors = ", ".join(self._names("doors"))
            output.print_error(f"{importer} climbs in through {imported}; use one of: {doors}")

    def _is_allowed(self, importer: str, imported: str) -> bool:
        _, *here = importer.split(".")
        _, *there = imported.split(".")
        from_outside = not imported.startswith(f"{self.root}.")
        if from_outside or not here or len(there) < 2 or here[0] == there[0] or there[0] in self._names("open_houses"):
            return True
        borrows_set_up = "tests" in here and there[1] in ("tests", "models", "apps")
        return borrows_set_up or bool({there[1], ".".join(there[:2])} & set(self._names("doors")))

    def _names(self, option: str) -> list[str]:
        return list(getattr(self, option) or [])
