"""The app object for `flask --app run` and for servers, and `python run.py` to prepare the database and serve."""

from app import create_app

app = create_app()

if __name__ == "__main__":
    from app.cli import siapkan

    siapkan(app)
    from waitress import serve

    serve(app, host=app.config["SIDIK_HOST"], port=app.config["SIDIK_PORT"], threads=8, ident=None)
