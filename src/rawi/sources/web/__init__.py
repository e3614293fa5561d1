"""The only code that opens a connection; of the commands ``fetch`` and ``feeds pull`` alone use it."""
