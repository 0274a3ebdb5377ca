"""The ten letters of UU 14/2008 Pasal 17 in words for everybody. Data only; never the consequences of a butir."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Huruf:
    """`kepentingan`: the protected interest, as kind of classification; `alasan`: the general public reason."""

    kepentingan: str
    alasan: str


HURUF: dict[str, Huruf] = {
    "a": Huruf("Penegakan hukum", "Apabila dibuka dapat menghambat proses penegakan hukum"),
    "b": Huruf(
        "Kekayaan intelektual dan persaingan usaha",
        "Apabila dibuka dapat mengganggu perlindungan kekayaan intelektual atau persaingan usaha yang sehat",
    ),
    "c": Huruf(
        "Pertahanan dan keamanan negara",
        "Apabila dibuka dapat membahayakan pertahanan dan keamanan negara",
    ),
    "d": Huruf("Kekayaan alam", "Apabila dibuka dapat mengungkapkan kekayaan alam Indonesia yang dilindungi"),
    "e": Huruf("Ketahanan ekonomi nasional", "Apabila dibuka dapat merugikan ketahanan ekonomi nasional"),
    "f": Huruf("Hubungan luar negeri", "Apabila dibuka dapat merugikan kepentingan hubungan luar negeri"),
    "g": Huruf(
        "Akta autentik pribadi dan wasiat",
        "Apabila dibuka dapat mengungkapkan isi akta autentik yang bersifat pribadi atau wasiat seseorang",
    ),
    "h": Huruf("Rahasia pribadi", "Apabila dibuka dapat mengungkapkan rahasia pribadi seseorang"),
    "i": Huruf(
        "Memorandum atau surat badan publik",
        "Merupakan memorandum atau surat antarbadan publik atau intrabadan publik yang menurut sifatnya dirahasiakan",
    ),
    "j": Huruf("Kerahasiaan menurut undang-undang", "Tidak boleh diungkapkan berdasarkan undang-undang"),
}
