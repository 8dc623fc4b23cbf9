"""Who may do what: tokens, page sessions, the gate before every answer, the log of writes."""

from api.access.caller import Caller, Scope
from api.access.demand import require
from api.access.gatekeeper import Gatekeeper

__all__ = ["Caller", "Gatekeeper", "Scope", "require"]
