using System.CommandLine;
using FollowUp.Agreements;
using FollowUp.CommandLine.Client;

namespace FollowUp.CommandLine.Commands;

/// <summary>What every command takes.</summary>
internal sealed class GlobalOptions
{
    public GlobalOptions() => Language.AcceptOnlyFromAmong([.. Wording.Languages]);

    public Option<string> Server { get; } = new("--server")
    {
        Description = $"Where FollowUp is (else {ServerAddress.Variable}, else {ServerAddress.Default})",
        HelpName = "URL",
        Recursive = true,
    };

    public Option<string> KeyFile { get; } = new("--key-file")
    {
        Description = $"A file with your key (else {Credential.KeyVariable}); a key is never an argument",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "The server's JSON as it is, and nothing else on standard output",
        Recursive = true,
    };

    public Option<string> Language { get; } = new("--language")
    {
        Description = "Of titles, files and reports: en, zh or ru (else as LANG says, else en)",
        HelpName = "LANGUAGE",
        Recursive = true,
    };

    public void AddTo(Command root)
    {
        root.Add(Server);
        root.Add(KeyFile);
        root.Add(Json);
        root.Add(Language);
    }
}
