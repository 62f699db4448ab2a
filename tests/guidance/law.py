"""Every id that the guidance has to ask, with its codes of record: T time, R rationale, N notes,
E evidence, P person, ! must be answered."""

from __future__ import annotations

CODES = {"T": "time", "R": "reason", "N": "notes", "E": "evidence", "P": "person", "!": "must"}

FIRST_RESPONSE = """
pre-history-check TN, pre-marac-flag T, pre-firearms-check T!, pre-language T,
arr-bwv-on TE, arr-safety T!, arr-access-denied TR, arr-separate T!, arr-see-everyone T,
kid-seen TP!, kid-details P!, kid-refer TR!, kid-encompass T,
vic-alone T!, vic-believed N, vic-injury TE, vic-strangle T!, vic-coercion TN!, vic-own-words TE,
ev-scene TE, ev-999 E, ev-witness TP, ev-digital E, ev-counter R, ev-own-statement TE, ev-led-case R,
ev-device TE, risk-tool TR!, risk-owner P!, risk-hba-stalk N, off-identify R!, arr-grounds TR,
arr-necessity TR!, arr-not-why TR!, alt-bop TR!, alt-bop-record TR!, alt-not-easy R, alt-orders R!,
alt-refuge T, alt-alarm T, alt-specialist T, alt-followup TP!, alt-neighbourhood TP,
alt-followup-review TR!, fire-arms-seize TR, ho-handover TP!, ho-supervisor TP!, sp-tonight TN!,
own-now TP!, own-informs TP!, pa-both-sides R!, pa-rights R, ndm-aid N, rel-conditions TR!
"""

REFERRAL = """
dv-age !, dv-assoc !, dv-violence R!, dv-necessary R!, dv-cohabit !, dv-situation !, dv-proportion R!,
dv-offence-first R!, dv-not-custody-tool !
"""

AFTER_REFERRAL = """
sv-personal TP!, sv-time TE!, sv-address-asked T!, sv-explained TN, sv-accommodation T,
sv-perp-programme T, sv-property N, sv-co-informed TR, sv-victim-told T!, sv-victim-support TP!,
sv-hearing-booked T!, sv-hearing-notice TE!, sv-pnc-flag T!, ap-lodged TPE!, ap-pack E!, ap-result TE!,
ap-findings N, ap-order-known TE!, nc-grounds !, nc-arrest-power !, nc-48h-hearing !, nc-continues !,
nc-court-may !, tm-molest !
"""

VISITS = """
wv-approach-check T!, wv-safe-to-speak T!, wv-seen TP!, wv-wellbeing TE!, wv-contact-since TR!,
wv-breach-ind TE!, wv-device N, wv-children TP!, wv-plan-review T!, wv-risk-change TR!, wv-support T,
wv-order-knows T!, wv-longer-term T, wv-next TP!, wv-p-check T, wv-p-there TRE!
"""

PLAN = """
sp-made-with P!, sp-horizon !, sp-own-strategies N!, sp-protective-factors N, sp-needs N,
sp-stay-or-leave T!, sp-explained T, sp-specialist-advice TP, sp-multi-agency TPR, sp-address-warn TP!,
sp-address-flag TP!, sp-sanctuary-suitable TPR, sp-sensors TP, sp-window-bars TP, sp-tag-alert TP,
sp-locks T, sp-steel-door T, sp-windows T, sp-lighting T, sp-cctv T, sp-alarm T, sp-spyhole-chain T,
sp-smoke-extinguisher T, sp-safe-room T, sp-crime-prev-survey T, sp-fire-service T, sp-panic-alarm T,
sp-tecsafe T, sp-proximity-tag T, sp-location-sharing-off T, sp-satnav-history T, sp-social-location T,
sp-app-audit T, sp-support-calls-log T, sp-cocoon T, sp-police-watch T, sp-codeword T, sp-employer T,
sp-school-childcare T, sp-routine-route T, sp-trusted-contact T, sp-child-plan T, sp-refuge T,
sp-emergency-accom T, sp-undisclosed-address T, sp-out-of-force-transfer T, sp-firearms T, sp-weapons T,
sp-idva T, sp-marac T, sp-stalking-line T, sp-da-helpline T
"""

TOPICS = {
    "not-required": "cn-dvpn cn-awareness cn-marac cn-child cn-encompass",
    "required": "cn-cocoon cn-tell-others cn-medical cn-phone cn-sanctuary cn-tecsafe",
    "offer": "cn-support cn-photo cn-statement cn-fire cn-dvds",
    "inform": "cn-dvpn-told cn-visits cn-bwv",
    "opinion": "cn-bail",
}
CONTACT = """
cp-channel cp-safe-number cp-safe-times cp-never-times cp-voicemail cp-caller-id cp-codeword
cp-uniform-or-plain cp-who-may-answer cp-if-P-answers cp-trusted-contact cp-review-date
"""
OTHERS = """
ao-children ao-victim-opinion ao-p-reps ao-coresident-opinion tm-no-evict tm-no-entry tm-leave tm-distance
na-1 na-2 na-3 na-4 na-5 na-6 na-7
"""
PRINCIPLES = """
w-alone w-interpreter w-open w-believe w-no-blame w-explain-why w-choice w-no-promise w-no-legal-advice
w-capacity w-change-mind w-no-p-present w-duty-of-care w-no-court w-anyone w-not-named w-once-enough
w-positive-action
"""

# The rows of an incident, and the beginnings of the ids that each holds.
ROWS = {
    "before": ("pre-",),
    "safe": ("arr-bwv-on", "arr-safety", "arr-access-denied", "arr-separate", "arr-see-everyone"),
    "children": ("kid-",),
    "account": ("vic-",),
    "evidence": ("ev-",),
    "action": (
        *("off-identify", "arr-grounds", "arr-necessity", "arr-not-why"),
        *("alt-", "fire-", "pa-", "rel-"),
    ),
    "risk": ("risk-", "ho-", "own-", "sp-tonight", "ndm-aid"),
    "dvpn": ("dv-",),
    "talk": ("cn-",),
    "contact": ("cp-",),
    "plan": ("sp-",),
}


def coded(table: str) -> dict[str, frozenset[str]]:
    """Item to its codes of record, in words."""
    rows = [row.split() for row in table.replace("\n", " ").split(",")]
    return {item: frozenset(CODES[letter] for letter in letters) for item, letters in rows}


def all_coded() -> dict[str, frozenset[str]]:
    tables = (FIRST_RESPONSE, REFERRAL, AFTER_REFERRAL, VISITS, PLAN)
    return {item: codes for table in tables for item, codes in coded(table).items()}
