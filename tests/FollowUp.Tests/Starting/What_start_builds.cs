using System.Diagnostics;

namespace FollowUp.Tests.Starting;

/// <summary>
/// The script itself, in a checkout of a few files, with a <c>dotnet</c> that notes down what it is asked for: it builds whenever
/// what would come out of it could be something else, and not otherwise.
/// </summary>
public sealed class What_start_builds : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        case "$1" in
          --list-sdks) cat sdks ;;
          build) grep -rqs BROKEN functions && { echo "it is broken"; exit 1; }
                 mkdir -p artifacts/bin/Start/release && cat functions/Start/*.cs > artifacts/bin/Start/release/FollowUp.Start.dll ;;
          *) echo "runs: $*" ;;
        esac
        """;

    private readonly string checkout = Directory.CreateTempSubdirectory("followup-start-").FullName;

    public What_start_builds()
    {
        File.Copy(Path.Combine(Checkout.Folder, "start"), At("start"));

        // A copy of the script may be run, as it may be; so it stays when something else is in it.
        _ = Directory.CreateDirectory(At("bin"));
        File.Copy(At("start"), At("bin/dotnet"));
        Write("bin/dotnet", Dotnet);
        Write("sdks", "10.0.100");
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
        { "the SDK is another", checkout => checkout.Write("sdks", "10.0.200") },
        { "what was built is gone", checkout => Directory.Delete(checkout.At("artifacts/bin"), recursive: true) },
        { "somebody else built there", checkout => checkout.Write("artifacts/bin/Start/release/FollowUp.Start.dll", "other") },
    };

    [Fact]
    public async Task Nothing_when_nothing_has_changed()
    {
        (await Start()).Said.Should().Be("Building …\n");
        (await Start()).Should().Be((0, $"runs: {At("artifacts/bin/Start/release/FollowUp.Start.dll")} --port 1\n", ""));
    }

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public async Task Everything_when(string change, Action<What_start_builds> make)
    {
        _ = await Start();
        make(this);

        (await Start()).Said.Should().Be("Building …\n", change);
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

        (await Start()).Should().Be((1, "", "Building …\nit is broken\n"), "what was built before must not run instead");
        (await Start()).Should().Be((1, "", "Building …\nit is broken\n"));

        Write("functions/Start/App.cs", "one");
        (await Start()).Should().Be((0, $"runs: {At("artifacts/bin/Start/release/FollowUp.Start.dll")} --port 1\n", ""));
    }

    public void Dispose() => Directory.Delete(checkout, recursive: true);

    /// <summary>Called from elsewhere, as somebody does who has the script in his path.</summary>
    private async Task<(int Code, string Answered, string Said)> Start()
    {
        ProcessStartInfo start = new("bash", [At("start"), "--port", "1"])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{At("bin")}:{start.Environment["PATH"]}";
        using Process script = Process.Start(start)!;
        Task<string> said = script.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string answered = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (script.ExitCode, answered, await said);
    }

    private string At(string file) => Path.Combine(checkout, file);

    private void Write(string file, string text)
    {
        _ = Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
    }
}
