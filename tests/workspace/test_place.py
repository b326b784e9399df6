"""The place: where things lie, for whom, and what is wrong with where it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from care_desktop.errors import UserError
from care_desktop.language import Catalogue, Message
from care_desktop.workspace.chosen import choose
from care_desktop.workspace.place import Workspace, free_beside, keeps_rehearsals
from care_desktop.workspace.whereabouts import concerns, on_share
from tests.workspace.sample import ROOT


@pytest.fixture(autouse=True)
def _no_onedrive(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.upper().startswith("ONEDRIVE")]:
        monkeypatch.delenv(name)


def services(folder: Path) -> list[int | str]:
    found = Workspace(folder).concerns()
    return [message.params["service"] for message in found if message.id == "workspace.synchronised"]


def test_without_a_folder_the_workspace_is_in_the_data_folder_of_the_user(user_folder: Path) -> None:
    workspace = Workspace.open()
    assert workspace.folder.is_relative_to(user_folder)
    assert workspace.folder.name == "CaRE Desktop"


def test_a_database_of_rehearsals_is_known_by_its_name_and_so_is_what_stands_in_for_it(
    tmp_path: Path,
) -> None:
    workspace = Workspace(tmp_path)
    assert keeps_rehearsals(workspace.rehearsals)
    assert keeps_rehearsals(free_beside(workspace.rehearsals))
    assert not keeps_rehearsals(free_beside(workspace.database))


def test_a_folder_that_was_chosen_is_found_again(user_folder: Path, tmp_path: Path) -> None:
    choose(tmp_path / "clé")
    assert Workspace.open().folder == tmp_path / "clé"
    (remembered,) = user_folder.rglob("folder.txt")
    remembered.write_bytes(b"\xff\xfe nowhere")
    assert Workspace.open().folder.is_relative_to(user_folder)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folders of XDG")
def test_a_choice_that_cannot_be_kept_is_no_obstacle(user_folder: Path, tmp_path: Path) -> None:
    shutil.rmtree(user_folder / "config", ignore_errors=True)
    (user_folder / "config").touch()
    choose(tmp_path)
    assert Workspace.open().folder.is_relative_to(user_folder)


def test_all_lies_in_the_folder_that_is_given(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "above" / "kept")
    paths = (workspace.database, workspace.lock, workspace.recents, workspace.backups)
    assert workspace.database == tmp_path / "above" / "kept" / "exercises.db"
    assert len({path.name for path in paths}) == 4
    assert {path.parent for path in paths} == {workspace.folder}


def test_opening_makes_the_folders_and_no_file(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "kept")
    assert list((tmp_path / "kept").iterdir()) == [workspace.backups]
    assert list(workspace.backups.iterdir()) == []


def test_a_relative_folder_stays_where_it_was_when_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Workspace.open(Path("kept")).folder == tmp_path / "kept"


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_the_folders_are_for_their_owner_alone(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "kept")
    modes = [path.stat().st_mode & 0o777 for path in (workspace.folder, workspace.backups)]
    assert modes == [0o700, 0o700]


def test_opening_again_leaves_what_is_there(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "kept")
    workspace.database.write_bytes(b"exercises")
    assert Workspace.open(tmp_path / "kept") == workspace
    assert workspace.database.read_bytes() == b"exercises"


def test_a_place_below_a_file_is_an_error_to_show(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError) as failure:
        Workspace.open(tmp_path / "file" / "kept")
    assert failure.value.code == "workspace.not_writable"
    assert str(tmp_path) in Catalogue("fr").text(failure.value.messages[0])


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_place_where_folders_can_be_made_but_nothing_written_is_an_error_to_show(tmp_path: Path) -> None:
    program = """
import resource, sys
from pathlib import Path
from care_desktop.errors import UserError
from care_desktop.workspace.place import Workspace
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    Workspace.open(Path(sys.argv[1]))
except UserError as error:
    print(error.code)
"""
    command = [sys.executable, "-c", program, str(tmp_path / "kept")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "workspace.not_writable\n", done.stderr
    assert (tmp_path / "kept").is_dir()


def test_an_ordinary_folder_is_no_concern(tmp_path: Path) -> None:
    assert Workspace.open(tmp_path / "kept").concerns() == ()


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "ONEDRIVECONSUMER"])
def test_a_folder_that_onedrive_names_in_the_environment_is_synchronised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "shared"))
    assert services(tmp_path / "shared" / "kept") == ["OneDrive"]
    assert services(tmp_path / "shared and not" / "kept") == []


@pytest.mark.parametrize("value", ["", "token", "../.."])
def test_a_variable_that_names_no_folder_is_no_concern(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONEDRIVE_SETTING", value)
    assert services(tmp_path) == []


@pytest.mark.parametrize(
    ("part", "service"),
    [
        ("OneDrive - CH de la Vallée", "OneDrive"),
        ("OneDrive-Personal", "OneDrive"),
        ("Dropbox (CH)", "Dropbox"),
        ("Nextcloud2", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-nom@exemple.fr", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("Mobile Documents", "iCloud"),
    ],
)
def test_a_folder_that_bears_the_name_of_a_service_is_synchronised(
    tmp_path: Path, part: str, service: str
) -> None:
    assert services(tmp_path / part / "kept") == [service]


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".sync_0a1b2c.db", "Nextcloud, ownCloud"),
        ("._sync_0a1b2c.db", "Nextcloud, ownCloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
    ],
)
def test_a_folder_below_one_with_a_file_of_a_service_is_synchronised(
    tmp_path: Path, mark: str, service: str
) -> None:
    (tmp_path / mark).touch()
    assert services(tmp_path / "above" / "kept") == [service]


@pytest.mark.parametrize(
    ("mark", "service"), [(".dropbox.cache", "Dropbox"), (".tmp.drivedownload", "Google Drive")]
)
def test_a_folder_below_one_with_a_folder_of_a_service_is_synchronised(
    tmp_path: Path, mark: str, service: str
) -> None:
    (tmp_path / mark).mkdir()
    assert services(tmp_path / "kept") == [service]


def test_the_settings_of_a_service_in_the_home_are_no_concern(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert services(tmp_path / "kept") == []


def test_a_link_into_a_synchronised_folder_is_seen(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    assert services(tmp_path / "link" / "kept") == ["Dropbox"]


def mounted(tmp_path: Path, *lines: str) -> tuple[Message, ...]:
    """What is said of ``tmp_path/kept`` with a table of mounts; ``@`` stands for ``tmp_path``."""
    table = tmp_path / "mounts"
    text = "".join(f"{line.replace('@', str(tmp_path))} rw,relatime 0 0\n" for line in lines)
    table.write_text(text, encoding="utf-8")
    return concerns(tmp_path / "kept", table)


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "sshfs", "fuse.rclone"])
def test_a_folder_mounted_from_the_network_is_a_concern(tmp_path: Path, kind: str) -> None:
    found = mounted(tmp_path, "/dev/sda / ext4", f"server:/homes @ {kind}")
    assert [message.id for message in found] == ["workspace.on_network"]
    assert str(tmp_path) in Catalogue("fr").text(found[0])


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "tmpfs", "fuseblk", "fuse.portal", "nfsd"])
def test_a_folder_on_a_disk_of_this_computer_is_no_concern(tmp_path: Path, kind: str) -> None:
    assert mounted(tmp_path, "/dev/sda / nfs", f"/dev/sdb @ {kind}") == ()


def test_what_counts_is_the_nearest_mount_and_there_the_last(tmp_path: Path) -> None:
    assert mounted(tmp_path, "s:/ @ nfs", "/dev/sdb @/kept ext4", "s:/ @/ke nfs", "s:/ / nfs") == ()
    assert mounted(tmp_path, "/dev/sdb @/kept ext4", "s:/ @/kept nfs") != ()


def test_a_mount_whose_name_has_spaces_is_read(tmp_path: Path) -> None:
    (tmp_path / "a b").mkdir()
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sda / ext4 rw 0 0\ns:/ {tmp_path}/a\\040b cifs rw 0 0\n", encoding="utf-8")
    assert [message.id for message in concerns(tmp_path / "a b", table)] == ["workspace.on_network"]


def test_where_there_is_no_table_of_mounts_nothing_is_said(tmp_path: Path) -> None:
    assert concerns(tmp_path, tmp_path / "none") == ()


@pytest.mark.parametrize(
    ("path", "on_network"),
    [
        (r"\\server\homes\nom", True),
        ("//server/homes/nom", True),
        (r"\\?\UNC\server\homes\nom", True),
        (r"\\?\unc\server\homes\nom", True),
        (r"C:\Users\nom", False),
        (r"\\?\C:\Users\nom", False),
        (r"\\.\C:\Users\nom", False),
        ("/home/nom", False),
    ],
)
def test_a_share_of_windows_is_told_from_a_drive(path: str, on_network: bool) -> None:
    assert on_share(PureWindowsPath(path)) is on_network
