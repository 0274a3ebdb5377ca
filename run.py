"""The app object for `flask --app run` and for servers, and `python run.py` to prepare the database and serve."""

from app import TidakDijalankan, create_app

try:
    app = create_app()
except TidakDijalankan as refusal:
    raise SystemExit(str(refusal)) from None

if __name__ == "__main__":
    from app.cli import layani, siapkan

    siapkan(app)
    layani(app)
