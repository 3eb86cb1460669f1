"""Settings: looks, sound, country; everything out, everything back, everything gone. Read `forms`, `own_data`, `views`."""
