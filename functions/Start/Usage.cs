namespace FollowUp.Start;

/// <summary>What <c>./start --help</c> says.</summary>
internal static class Usage
{
    public const string Text = """
        ./start            runs FollowUp on this machine, with its board on http://localhost:7071/board/
          --port N         another port (default: that of LocalHost:Url, or 7071)
          --listen ADDRESS which addresses of this machine: 0.0.0.0 or * for all, or one
                           (default: that of LocalHost:Url, or this machine alone).
                           Others get in once somebody has said who may (README, "Who may do what")
          --sign-in ADDRESS prints a link that signs in once, within a quarter of an hour, whoever has that
                           mail address, as a coordinator of the office
          --board-url URL  where readers of letters find the board
                           (default: Board:Url, else by --listen: that address, or this machine's name)
          --data DIR       where the tables and letters are kept (default: .data beside this script)
          --store sqlite   keeps the tables in DIR/followup.db, without Azurite or Node, and loses nothing when killed
          --store azurite  keeps them in Azurite
                           (default: where AzureWebJobsStorage or FOLLOWUP_TABLES_URI says; else what DIR has;
                           else azurite, or sqlite without Node)
          --register FILE  loads this register instead of the sample, when the store is empty
          --no-sample      loads nothing; nor is the sample loaded into a store that a setting names, or where Smtp:Host is set
          --clock INSTANT  starts the clock there, e.g. 2019-11-21T09:00:00+08:00; it runs on from then

        ./start --demo     lives the sample through, from signature to the last confirmation, in under a minute
          [REGISTER CAST]  another register, and what people do at which moment
          --until INSTANT  stops there
          --json           one JSON object a line instead of a timeline
          --data DIR       keeps the letters there
          --store sqlite   in a file of its own, without Azurite or Node

        ./start backup FILE   copies DIR/followup.db as it is now to FILE, while FollowUp runs or not
          --data DIR       where it is kept (default: .data beside this script)

        ./start repair     builds every index and clock anew, from what was agreed, while FollowUp runs
          --port N         where it runs (default: that of LocalHost:Url, or 7071); --listen too, where it was started with it

        A setting is taken from the command line, else the environment, else local.settings.json beside this script, else our defaults.
        Real letters go out with Smtp__Host=… ./start (README, "Letters by mail").
        The demo takes no setting: it writes into no other store, and sends no mail.
        An option and its value may be written as one: --store=sqlite.
        """;
}
