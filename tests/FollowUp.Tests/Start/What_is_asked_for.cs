using FollowUp.Start;

namespace FollowUp.Tests.Start;

/// <summary>
/// A command line that cannot be followed gets one sentence, which names what is wrong and the way out; help is for whoever asks. Tests
/// <see cref="Arguments"/>, <see cref="Usage"/> and <see cref="Spelling"/>.
/// </summary>
public sealed class What_is_asked_for
{
    public static TheoryData<string, string> Refusals => new()
    {
        { "--strore sqlite", "--strore is no option of ./start; the nearest is --store, and ./start --help lists them." },
        { "--potr 1", "--potr is no option of ./start; the nearest is --port, and ./start --help lists them." },
        { "-port 1", "-port is no option of ./start; the nearest is --port, and ./start --help lists them." },
        { "--PORT=1", "--PORT is no option of ./start; the nearest is --port, and ./start --help lists them." },
        { "--boardurl x", "--boardurl is no option of ./start; the nearest is --board-url, and ./start --help lists them." },
        { "--verbose", "--verbose is no option of ./start; ./start --help lists them." },
        { "bakcup a", "bakcup is nothing that ./start does; the nearest is backup, and ./start --help lists all." },
        { "register.json", "register.json is of no use here; a register goes with --register, and ./start --help lists what there is." },
        { "--port", "--port needs a value." },
        { "--port=", "--port needs a value; this one is empty." },
        { "--data --port 1", "--data needs a value, and --port is an option; a value that begins so is written --data=--port." },
        { "--port 1 --port 2", "--port is there twice; say it once." },
        { "--port 1 --port=1", "--port is there twice; say it once." },
        { "--demo --demo", "--demo is there twice; say it once." },
        { "--demo=yes", "--demo takes no value." },
        { "--port 0", "--port must be a number from 1 to 65535, not 0." },
        { "--port -1", "--port must be a number from 1 to 65535, not -1." },
        { "--port 65536", "--port must be a number from 1 to 65535, not 65536." },
        { "--port=http", "--port must be a number from 1 to 65535, not http." },
        { "--store postgres", "--store must be azurite or sqlite, not postgres." },
        { "--clock tomorrow", "--clock must be an instant like 2019-11-21T09:00:00+08:00, not tomorrow." },
        { "--clock 2019-02-30T09:00:00Z", "--clock must be an instant like 2019-11-21T09:00:00+08:00, not 2019-02-30T09:00:00Z." },
        { "--clock 9999-12-31T23:59:59Z", "--clock must lie between the years 1970 and 2199." },
        { "--demo --until later", "--until must be an instant like 2019-11-21T09:00:00+08:00, not later." },
        { "--register nowhere.json", "There is no file nowhere.json, which --register names." },
        { "--register /", "/ is a folder; --register takes a file." },
        { "--json", "--json belongs to --demo." },
        { "--until=2019-11-21T09:00Z", "--until belongs to --demo." },
        { "--demo --port 7072", "--port means nothing to --demo; leave it out." },
        { "--demo --register a", "--register does not go with --demo; name the register and its cast after --demo." },
        { "--demo a", "--demo takes a register and a cast, or neither." },
        { "backup", "backup takes the name of one file that is not there yet." },
        { "backup a b", "backup takes the name of one file that is not there yet." },
        { "backup a --port 1", "--port means nothing to backup; leave it out." },
        { "backup a --store azurite", "backup copies the file of --store sqlite; what Azurite keeps is in the folder tables of --data." },
        { "move", "move takes --to ACCOUNT, --from ACCOUNT, or both; the end that none of them names is the folder of --data." },
        { "move away --to a", "move takes no away; where to goes with --to." },
        { "move --to a --port 1", "--port means nothing to move; leave it out." },
        { "--to a", "--to belongs to move." },
        { "repair all", "repair takes no all; ./start --help says what it takes." },
        { "--listen 0.0.0.0:80", "--listen takes an address without a port, not 0.0.0.0:80; the port goes with --port." },
        { "--listen http://0.0.0.0",
            "--listen must be an address or a name of this machine, like 0.0.0.0 or 192.168.1.20, not http://0.0.0.0." },
        { "--listen 300.1.1.1", "--listen must be an address or a name of this machine, like 0.0.0.0 or 192.168.1.20, not 300.1.1.1." },
        { "--listen 1", "--listen must be an address or a name of this machine, like 0.0.0.0 or 192.168.1.20, not 1." },
        { "--board-url office", "--board-url must be an address like https://followup.office.example/board/, not office." },
        { "--board-url ftp://office.example/",
            "--board-url must be an address like https://followup.office.example/board/, not ftp://office.example/." },
        { "--board-url https://me:secret@office.example/",
            "--board-url must have no user and no password in it: it goes into every letter." },
        { "--board-url https://office.example/board/?a=1",
            "--board-url must end with the board's path; what follows a ? or # has no place in it, since links go on from there." },
        { "--board-url https://office.example/board/#",
            "--board-url must end with the board's path; what follows a ? or # has no place in it, since links go on from there." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Is_refused_with_one_sentence(string line, string sentence) =>
        Assert.Throws<UsageException>(() => Options.Parse(line.Split(' '))).Message.Should().Be(sentence);

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("--nonsense", "--help")]
    [InlineData("backup", "-h")]
    public void Is_help_where_somebody_asks_for_it(params string[] line) => Arguments.AskForHelp(line).Should().BeTrue();

    [Theory]
    [InlineData()]
    [InlineData("--nonsense")]
    [InlineData("backup", "help")]
    public void Is_no_help_otherwise(params string[] line) => Arguments.AskForHelp(line).Should().BeFalse();

    [Fact]
    public void May_have_option_and_value_in_one()
    {
        Options apart =
            Options.Parse(
                [
                    "--store",
                    "sqlite",
                    "--port",
                    "7072",
                    "--data",
                    "-a b=c'\"é",
                    "--clock",
                    "2019-11-21T09:00:00+08:00",
                    "--listen",
                    "*",
                    "--board-url",
                    "http://x",
                ]);

        Options.Parse(
            [
                "--store=sqlite",
                "--port=7072",
                "--data=-a b=c'\"é",
                "--clock=2019-11-21T09:00:00+08:00",
                "--listen=*",
                "--board-url=http://x",
            ]).Should().Be(apart);
        (apart.Store, apart.Port, apart.Data).Should().Be((StoreKind.Sqlite, 7072, Path.GetFullPath("-a b=c'\"é")));
    }

    [Theory]
    [InlineData("https://office.example", "https://office.example/board/")]
    [InlineData("https://office.example/", "https://office.example/board/")]
    [InlineData("https://office.example/board", "https://office.example/board/")]
    [InlineData("http://pc-7:7071/board/", "http://pc-7:7071/board/")]
    [InlineData("https://office.example/followup/board", "https://office.example/followup/board/")]
    [InlineData("http://[fd00::1]:7071/board/", "http://[fd00::1]:7071/board/")]
    public void Has_links_that_reach_the_board(string url, string links) => Options.Parse(["--board-url", url]).BoardUrl.Should().Be(links);

    [Theory]
    [InlineData("*", "http://0.0.0.0:7071", true)]
    [InlineData("0.0.0.0", "http://0.0.0.0:7071", true)]
    [InlineData("::", "http://[::]:7071", true)]
    [InlineData("[fd00::1]", "http://[fd00::1]:7071", true)]
    [InlineData("192.168.1.20", "http://192.168.1.20:7071", true)]
    [InlineData("PC-7.office.example", "http://pc-7.office.example:7071", true)]
    [InlineData("127.0.0.1", "http://127.0.0.1:7071", false)]
    [InlineData("::1", "http://[::1]:7071", false)]
    [InlineData("localhost", "http://localhost:7071", false)]
    public void Says_whether_others_reach_it(string listen, string url, bool isOpen)
    {
        Listening listening = Listening.Resolve(Options.Parse(["--listen", listen]).Listen, port: null, "http://127.0.0.1:7071");

        (listening.Url, listening.IsOpen).Should().Be((url, isOpen));
        listening.BoardFromElsewhere.Contains("localhost", StringComparison.Ordinal)
            .Should().Be(listen is "127.0.0.1" or "localhost", "letters that others get must not link there");
    }

    /// <summary>What help says of an option, and what is known of it, are one.</summary>
    [Fact]
    public void Is_told_by_help()
    {
        Usage.Text.Split([' ', '\n', '[', ']', ';', ':', ',', '='], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith("--", StringComparison.Ordinal)).Distinct()
            .Should().BeEquivalentTo(Arguments.Known.Select(known => known.Name).Where(name => name != "--help"));
    }
}
