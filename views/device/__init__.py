"""What the phone itself does for the app, through Flet's services.

handing_over    a file goes out of the sealed store, where the officer says
ringing         a helpline is rung
"""
