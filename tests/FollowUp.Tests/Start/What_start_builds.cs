using System.Diagnostics;

namespace FollowUp.Tests.Start;

/// <summary>
/// The script itself, in a checkout of a few files, with a <c>dotnet</c> that notes down what it is asked for: it builds whenever what
/// would come out of it could be something else, and not otherwise.
/// </summary>
public sealed class What_start_builds : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        case "$1" in
          --list-sdks) cat sdks ;;
          build) grep -rqs OFFLINE functions && { echo "x.csproj : error NU1301: Unable to load the service index for source https://feed.example/."; exit 1; }
                 grep -rqs BROKEN functions && { echo "App.cs(1,1): error CS1002: it is broken [Start.csproj]"; echo "App.cs(1,1): error CS1002: it is broken [Start.csproj]"; exit 1; }
                 echo "  Start -> $PWD/artifacts/bin/Start/release/FollowUp.Start.dll"
                 mkdir -p artifacts/bin/Start/release && cat functions/Start/*.cs > artifacts/bin/Start/release/FollowUp.Start.dll ;;
          *) echo "runs: $*" ;;
        esac
        """;

    private const string Built = "Building … (the first time takes a minute or two)\nBuilt Start, 1 of 5.\n";

    private const string Broken = "Building … (the first time takes a minute or two)\nApp.cs(1,1): error CS1002: it is broken\n";

    private readonly string checkout = Directory.CreateTempSubdirectory("followup-start é 'two' ").FullName;

    public What_start_builds()
    {
        File.Copy(Path.Combine(Checkout.Folder, "start"), At("start"));

        // A copy of the script may be run, as it may be; so it stays when something else is in it.
        _ = Directory.CreateDirectory(At("bin"));
        File.Copy(At("start"), At("bin/dotnet"));
        Write("bin/dotnet", Dotnet);
        Write("sdks", "10.0.100 [/sdk]");
        Write("functions/Start/App.cs", "one");
        Write("functions/Start/Root.cs", "two");
        Write("functions/FollowUp/Item with a name.cs", "three");
        Write("functions/Azurite/package.json", "{}");
        Write("Directory.Build.props", "<Project />");
        Write(".editorconfig", "root = true");
    }

    public static TheoryData<string, Action<What_start_builds>> Changes => new()
    {
        { "a source is changed, to one as long", checkout => checkout.Write("functions/Start/App.cs", "eno") },
        { "a source is added", checkout => checkout.Write("functions/FollowUp/New/Clause.cs", "four") },
        { "a source is deleted", checkout => File.Delete(checkout.At("functions/FollowUp/Item with a name.cs")) },
        { "a source is renamed", checkout => File.Move(checkout.At("functions/Start/App.cs"), checkout.At("functions/Start/Apps.cs")) },
        { "what holds for all projects is changed", checkout => checkout.Write("Directory.Build.props", "<Project></Project>") },
        { "what holds for all projects is added", checkout => checkout.Write("Directory.Build.targets", "<Project />") },
        { "the rules of style are changed", checkout => checkout.Write(".editorconfig", "root = false") },
        { "the SDK is another", checkout => checkout.Write("sdks", "10.0.200 [/sdk]") },
        { "what was built is gone", checkout => Directory.Delete(checkout.At("artifacts/bin"), recursive: true) },
        { "somebody else built there", checkout => checkout.Write("artifacts/bin/Start/release/FollowUp.Start.dll", "other") },
    };

    [Fact]
    public async Task Nothing_when_nothing_has_changed()
    {
        (await Start()).Said.Should().Be(Built);
        (await Start()).Should().Be((0, $"runs: {At("artifacts/bin/Start/release/FollowUp.Start.dll")} --port 1\n", ""));
    }

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public async Task Everything_when(string change, Action<What_start_builds> make)
    {
        _ = await Start();
        make(this);

        (await Start()).Said.Should().Be(Built, change);
        (await Start()).Said.Should().BeEmpty("it is built now");
    }

    [Fact]
    public async Task Nothing_when_only_a_setting_or_what_Azurite_needs_has_changed()
    {
        _ = await Start();
        Write("local.settings.json", "{}");
        Write("functions/Azurite/package.json", "{ }");

        (await Start()).Said.Should().BeEmpty();
    }

    [Fact]
    public async Task Again_and_again_while_it_fails()
    {
        _ = await Start();
        Write("functions/Start/App.cs", "BROKEN");

        (await Start())
            .Should().Be(
                (2, "", $"{Broken}start: the build failed; all that it said is in {At("artifacts/start.log")}. Mend what it names, or take "
                    + $"back your changes (git status shows them).\n"),
            "what was built before must not run instead");
        (await Start()).Code.Should().Be(2);

        Write("functions/Start/App.cs", "one");
        (await Start()).Should().Be((0, $"runs: {At("artifacts/bin/Start/release/FollowUp.Start.dll")} --port 1\n", ""));
    }

    [Fact]
    public async Task Nothing_where_packages_cannot_be_fetched_and_says_so()
    {
        Write("functions/Start/App.cs", "OFFLINE");

        (int code, _, string said) = await Start();
        (code, said.Split('\n')[^2])
            .Should().Be(
                (2, "start: the packages that the build needs could not be fetched. Connect this machine to the internet, or name a feed "
                    + "it reaches in a nuget.config, and start again."));
    }

    [Theory]
    [InlineData("8.0.100 [/sdk]\n9.0.300 [/sdk]", "8.0.100 9.0.300")]
    [InlineData("", "none")]
    public async Task Nothing_with_another_SDK(string sdks, string found)
    {
        Write("sdks", sdks);

        (await Start()).Should().Be(
            (2, "", $"start: the .NET 10 SDK is missing (there is {found}). Install it: https://dotnet.microsoft.com/download.\n"));
    }

    [Fact]
    public async Task Nothing_where_it_may_not_write()
    {
        Write("artifacts", "a file");

        (await Start())
            .Should().Be(
                (2, "", $"start: {At("artifacts")} cannot be written, and the build goes there. Give this user the right to, or make room "
                    + $"on its disk.\n"));
    }

    [Fact]
    public async Task Once_where_two_start_at_once()
    {
        string[] said = (await Task.WhenAll(Start(), Start())).Select(one => one.Said).ToArray();

        said.Should().ContainSingle(one => one.Contains("Built Start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_its_own_checkout_when_called_through_links()
    {
        string elsewhere = Directory.CreateTempSubdirectory("followup-path-").FullName;
        _ = File.CreateSymbolicLink(Path.Combine(elsewhere, "two"), At("start"));
        _ = File.CreateSymbolicLink(Path.Combine(elsewhere, "followup"), "two");

        (await Start(Path.Combine(elsewhere, "followup")))
            .Should().Be((0, $"runs: {At("artifacts/bin/Start/release/FollowUp.Start.dll")} --port 1\n", Built));
        Directory.Delete(elsewhere, recursive: true);
    }

    /// <summary>bash takes the number of what was closed for the script it reads, and whoever wrote there would fail.</summary>
    [Theory]
    [InlineData("2>&-")]
    [InlineData("<&- 2>&-")]
    public async Task And_runs_where_somebody_closed_what_it_says_things_to(string closed)
    {
        Write("bin/dotnet", Dotnet.Replace("*) echo", "*) echo told >&2 || exit 9; echo", StringComparison.Ordinal));

        (await Start(closed: closed)).Should().Be((0, $"runs: {At("artifacts/bin/Start/release/FollowUp.Start.dll")} --port 1\n", ""));
    }

    public void Dispose() => Directory.Delete(checkout, recursive: true);

    /// <summary>Called from elsewhere, as somebody does who has the script in his path.</summary>
    private async Task<(int Code, string Answered, string Said)> Start(string? script = null, string closed = "")
    {
        ProcessStartInfo start = new("bash", ["-c", $"bash \"$0\" --port 1 {closed}", script ?? At("start")])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{At("bin")}:{start.Environment["PATH"]}";
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string answered = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, answered, await said);
    }

    private string At(string file) => Path.Combine(checkout, file);

    private void Write(string file, string text)
    {
        _ = Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
    }
}
