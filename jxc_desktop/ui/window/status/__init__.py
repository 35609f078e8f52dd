"""How the shop is: backup, books, printer; in few words at the foot, in full on demand."""
