"""How people are named and sign: titles before and behind, Plt./Plh. in their own name, a.n. and u.b., style by family."""

from collections.abc import Mapping

from app import models as m
from app.documents.contexts.bahan import Orang
from app.sop import choices

PENETAPAN, KORESPONDENSI = "penetapan", "korespondensi"
KOSONG = ". " * 19 + "."
_DEPAN = {"prof.", "dr.", "drg.", "drh.", "drs.", "dra.", "ir.", "h.", "hj.", "k.h.", "apt.", "ns.", "tb.", "rr.", "r."}
_KAPASITAS = {key: label for key, label in choices.KAPASITAS.items() if key != "definitif"}


def dari_pejabat(pejabat: m.Pejabat) -> Orang:
    """An official in office."""
    return Orang(
        nama=pejabat.nama,
        jabatan=pejabat.jabatan,
        gelar=pejabat.gelar or "",
        nip=pejabat.nip or "",
        pangkat=pejabat.pangkat or "",
        kapasitas=pejabat.kapasitas,
        atas_nama=pejabat.atas_nama or "",
        untuk_beliau=pejabat.untuk_beliau or "",
    )


def dari_pengguna(pengguna: m.Pengguna) -> Orang:
    """A user who holds no office."""
    return Orang(nama=pengguna.nama, jabatan=pengguna.jabatan or "", nip=pengguna.nip or "")


def dari_anggota(anggota: m.AnggotaTim) -> Orang:
    """A member of the Tim: by the office that he sits for, else by himself."""
    return dari_pejabat(anggota.pejabat) if anggota.pejabat is not None else dari_pengguna(anggota.pengguna)


def bergelar(orang: Orang) -> str:
    """The name with titles before and behind it: "Drs. Hadi Wijaya, M.M."."""
    before: list[str] = []
    behind: list[str] = []
    for title in (part.strip() for part in orang.gelar.split(",")):
        words = title.split()
        if words:
            (before if all(word.lower() in _DEPAN for word in words) else behind).append(title)
    return ", ".join([" ".join([*before, orang.nama]), *behind])


def nip_kelompok(nip: str) -> str:
    """ "197001011995031001" -> "19700101 199503 1 001"; anything else stays."""
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" if len(nip) == 18 and nip.isdigit() else nip


def jabatan_lengkap(orang: Orang) -> str:
    """The office with its capacity: "Plt. Kepala Dinas …"."""
    prefix = _KAPASITAS.get(orang.kapasitas, "")
    if not prefix or orang.jabatan.lower().startswith(prefix.lower()):
        return orang.jabatan
    return f"{prefix} {orang.jabatan}"


def nama_cetak(orang: Orang, settings: Mapping[str, str], keluarga: str = KORESPONDENSI) -> str:
    """The name in the office's style for this family of papers (Permendagri 1/2023 Pasal 44)."""
    return bergelar(orang) if settings.get(f"gaya_nama.{keluarga}") == "dengan_gelar" else orang.nama


def penandatangan(
    orang: Orang | None, settings: Mapping[str, str], *, selaku: str = "", keluarga: str = KORESPONDENSI
) -> dict[str, str]:
    """The block of a signer; dots where nobody is in office."""
    if orang is None:
        return {"jabatan_cetak": f"{_besar(selaku, keluarga)},", "nama_cetak": KOSONG, "pangkat": "", "nip": ""}
    told = settings.get(f"pangkat_nip.{keluarga}") == "ya"
    name = nama_cetak(orang, settings, keluarga)
    return {
        "jabatan_cetak": _jabatan_cetak(orang, selaku, keluarga),
        "nama_cetak": name.upper() if keluarga == PENETAPAN else name,
        "pangkat": orang.pangkat if told else "",
        "nip": nip_kelompok(orang.nip) if told else "",
    }


def _jabatan_cetak(orang: Orang, selaku: str, keluarga: str) -> str:
    """The office; before it the one on whose behalf he signs (a.n.), and the one that passed it on (u.b.)."""
    own = jabatan_lengkap(orang) or selaku
    power = orang.atas_nama or own
    lines = [f"a.n. {_besar(power, keluarga)}" if orang.atas_nama else _besar(power, keluarga)]
    if selaku and selaku.lower() not in power.lower():
        lines.append(_besar(f"selaku {selaku}", keluarga))
    if orang.untuk_beliau:
        lines += [orang.untuk_beliau, "u.b."]
    if orang.atas_nama:
        lines.append(own)
    return "\n".join(lines) + ","


def _besar(text: str, keluarga: str) -> str:
    """Establishing papers write the office in capitals; Plt., Plh. and Pj. stay as they are."""
    if keluarga != PENETAPAN:
        return text
    prefix = next((label for label in _KAPASITAS.values() if text.startswith(f"{label} ")), "")
    return f"{prefix}{text[len(prefix) :].upper()}"
