"""The figures that a lesson shows: ``TwoScreens()`` as the last line of a cell is all it takes."""

from ..figure_assets import figures_used, write_assets
from .actors_map import ActorsMap
from .aims_tagger import AimsTagger
from .annotated_headline import AnnotatedHeadline
from .argument_map import ArgumentMap
from .base import BOOK_VARIABLE, Figure
from .circuit_playground import CircuitPlayground
from .estimates_fall import EstimatesFall
from .forums import Forums
from .hard_questions import HardQuestions
from .in_the_middle import InTheMiddle
from .inventory import Inventory
from .investment_ledger import InvestmentLedger
from .key_exchange import KeyExchange
from .key_length import KeyLength
from .message_trip import MessageTrip
from .noise_slider import NoiseSlider
from .note_studio import NoteStudio
from .office_network import OfficeNetwork
from .partner_lenses import PartnerLenses
from .repeat_clock import RepeatClock
from .repeated_measurement import RepeatedMeasurement
from .rules_compared import RulesCompared
from .shelf_life_desk import ShelfLifeDesk
from .sizes_on_the_wire import SizesOnTheWire
from .steps_against_size import StepsAgainstSize
from .table_q import TableQ
from .talent_measures import TalentMeasures
from .technology_map import TechnologyMap
from .teleport_steps import TeleportSteps
from .timelines import Timelines
from .turning_arrows import TurningArrows
from .two_paths import TwoPaths
from .two_screens import TwoScreens

__all__ = [
    "BOOK_VARIABLE",
    "ActorsMap",
    "AimsTagger",
    "AnnotatedHeadline",
    "ArgumentMap",
    "CircuitPlayground",
    "EstimatesFall",
    "Figure",
    "Forums",
    "HardQuestions",
    "InTheMiddle",
    "Inventory",
    "InvestmentLedger",
    "KeyExchange",
    "KeyLength",
    "MessageTrip",
    "NoiseSlider",
    "NoteStudio",
    "OfficeNetwork",
    "PartnerLenses",
    "RepeatClock",
    "RepeatedMeasurement",
    "RulesCompared",
    "ShelfLifeDesk",
    "SizesOnTheWire",
    "StepsAgainstSize",
    "TableQ",
    "TalentMeasures",
    "TechnologyMap",
    "TeleportSteps",
    "Timelines",
    "TurningArrows",
    "TwoPaths",
    "TwoScreens",
    "figures_used",
    "write_assets",
]
