"""Where what is asked. Every request after enrolment is signed with the stream's Ed25519 key."""

VERSION = 1
HELLO = "/v1/hello"  # GET -> {"doorstep": VERSION, "time", "training"}; unsigned; the probe
CA = "/v1/ca"  # GET -> {"ca": PEM}; unsigned, fetched unverified once, then checked against the code
ENROL = "/v1/enrol"  # POST EnrolRequest -> EnrolAnswer; the one-time secret is its authority
PUSH = "/v1/push"  # POST PushRequest -> PushAnswer
PULL = "/v1/pull"  # GET ?after=CURSOR&limit=N -> PullAnswer
LEASE = "/v1/lease"  # POST {} signed with the *transport* key, which may do nothing else -> LeaseAnswer
CALENDAR = "/v1/calendar"  # GET -> CalendarAnswer: the newest calendar of disregarded days
DAMAGED = "/v1/damaged"  # POST {"missing": [seq]}; what salvage could not read: a push may follow on it -> {}

H_STREAM = "Doorstep-Stream"
H_TIME = "Doorstep-Time"
H_NONCE = "Doorstep-Nonce"
H_SIGNATURE = "Doorstep-Signature"
