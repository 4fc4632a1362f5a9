using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Delivery;
using FollowUp.Delivery.Languages;
using FollowUp.Start;
using FollowUp.Tests.Delivery.Rig;
using FollowUp.Tests.Start.Rig;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FollowUp.Tests.Delivery;

/// <summary>
/// The demo is lived with all its people reading one language; a mail server of others takes its letters, and two mail programs of
/// others read them. Tests <see cref="LetterTemplates"/>, <see cref="RenderedLetter"/> and <see cref="PickupFolderChannel"/>.
/// </summary>
public sealed partial class Letters_of_the_demo : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("followup-letters-").FullName;

    public static TheoryData<string> Languages => [.. LetterLanguages.OfBuild.Ids];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task carry_the_same_in_both_parts_in_each_language(string language)
    {
        string[] files = await Live(language);
        IReadOnlyList<byte[]> taken = await Mailed(files);
        IReadOnlyList<IReadOnlyList<ShownLetter>> shown = await MailReaders.Read(taken, Cancel);

        shown.Should().HaveCount(files.Length).And.HaveCountGreaterThan(10);
        foreach ((byte[] letter, IReadOnlyList<ShownLetter> read) in taken.Zip(shown))
        {
            using MemoryStream eml = new(letter);
            string subject = (await MimeMessage.LoadAsync(eml, Cancel)).Subject;
            foreach (ShownLetter one in read)
            {
                one.Subject.Should().Be(subject, one.Reader);
                one.Html.Should().Contain($"<html lang=\"{language}\"");
                FactsOf(WebUtility.HtmlDecode(Tag().Replace(one.Html![one.Html!.IndexOf("<main>", StringComparison.Ordinal)..], " ")))
                    .Should().Equal(FactsOf(one.Text!), $"{one.Reader}: {one.Subject}");
                Foreign(language)
                    .Matches($"{one.Subject}\n{Quoted().Replace(Address().Replace(one.Text!, ""), "")}").Select(word => word.Value)
                    .Should().BeEmpty(one.Text);
            }
        }
    }

    /// <summary>The letters that the demo leaves, in the order of their names.</summary>
    private async Task<string[]> Live(string language)
    {
        string register = Path.Combine(folder, "register.json");
        string sample = await File.ReadAllTextAsync(Root.Sample, Cancel);
        await File.WriteAllTextAsync(register, Language().Replace(sample, $"\"language\": \"{language}\""), Cancel);
        using StartedProgram program =
            StartedProgram.Start(["--demo", register, Root.SampleCast, "--store", "sqlite", "--data", Path.Combine(folder, "data")]);

        (await program.Ends()).Should().Be(0, program.All);
        return [.. Directory.EnumerateFiles(Path.Combine(folder, "data", "letters"), "*.eml").Order(StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<byte[]>> Mailed(IEnumerable<string> files)
    {
        await using RealMailServer server = new();
        using SmtpClient client = new();
        await client.ConnectAsync("127.0.0.1", server.Port, SecureSocketOptions.None, Cancel);
        foreach (string file in files)
        {
            _ = await client.SendAsync(await MimeMessage.LoadAsync(file, Cancel), Cancel);
        }

        await client.DisconnectAsync(quit: true, Cancel);
        return server.Taken;
    }

    /// <summary>Days, numbers and everything else that is told, word by word; links are behind words in the HTML.</summary>
    private static string[] FactsOf(string text) =>
        [.. Address().Replace(text, "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('“', '”', '«', '»')).Where(word => word.Length > 0)];

    /// <summary>Words of English that letters are made of: in another language none is left.</summary>
    private static Regex Foreign(string language) => language == "en" ? Nothing() : English();

    [GeneratedRegex("\"language\": \"[a-z]+\"")]
    private static partial Regex Language();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[“«][^”»]*[”»]")]
    private static partial Regex Quoted();

    [GeneratedRegex("[:：]? ?https?://\\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(the|due|on|by|please|owner|issuer|days?|overdue|you|your|reported|closed|reminder|of|is|it)\b")]
    private static partial Regex English();

    [GeneratedRegex("(?!)")]
    private static partial Regex Nothing();
}
