"""Everything that is drawn. The only place that imports flet.

theme      roles, letters and measures: the only place that sets a colour or a size
parts      the design system: plain functions from words to controls
screen     what every screen is wrapped in: frame and error boundary
safe       what every handler is wrapped in
shell      cover > lock > router      door   what stands before the router
routes     which screen stands at which place
services   what the rest of the phone must offer to a screen
"""
