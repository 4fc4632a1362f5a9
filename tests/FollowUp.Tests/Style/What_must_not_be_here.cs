using System.Text.RegularExpressions;

namespace FollowUp.Tests.Style;

/// <summary>No secret lies in the repository: neither somebody's own nor one that a sample invites to keep.</summary>
public sealed partial class What_must_not_be_here
{
    /// <summary>Of Azurite, which everybody has: it opens nothing but what runs on one's own machine.</summary>
    private const string OfAzurite = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>With which the specification of Standard Webhooks lets everybody check their signatures.</summary>
    private const string OfStandardWebhooks = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly string[] Skipped = [".git", "node_modules", "artifacts", "bin", "obj", ".data", "StrykerOutput"];

    public static TheoryData<string> Samples =>
    [
        "AccountKey=" + new string('k', 86) + "==", "SharedAccessKey=" + new string('k', 43) + "=", "-----BEGIN RSA PRIVATE" + " KEY-----",
        "AKI" + "A0123456789ABCDEF", "gh" + "p_0123456789abcdefghijklmnopqrstuvwxyz", "xox" + "b-123456789012-abcdefghijkl",
        "wh" + "sec_0123456789abcdefghijklmnopqrstuv", "?sv=2024-01-01&si" + "g=abcdefghijklmnopqrstuvwxyz0123456789%3D",
        "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
        "InstrumentationKey=" + "8d3a7c1e-1111-2222-3333-444455556666", "Smtp__Pass" + "word=hunter2hunter2",
    ];

    [Fact]
    public void is_in_no_file()
    {
        string[] files = [.. Files(new(Repository.Root))];
        files.Should().HaveCountGreaterThan(1_000);
        files.SelectMany(Found).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void would_be_found(string secret) => Secret().IsMatch($"\"x\": \"{secret}\"").Should().BeTrue();

    private static IEnumerable<string> Files(DirectoryInfo folder) => folder.EnumerateFiles().Select(file => file.FullName)
        .Concat(folder.EnumerateDirectories().Where(inner => !Skipped.Contains(inner.Name)).SelectMany(Files));

    private static IEnumerable<string> Found(string file) => Secret().Matches(File.ReadAllText(file))
        .Where(match => !match.Value.Contains(OfAzurite, StringComparison.Ordinal) && match.Value != OfStandardWebhooks
            && !match.Value.Contains("=00000000-", StringComparison.Ordinal))
        .Select(match => $"{Path.GetRelativePath(Repository.Root, file)}: {match.Value[..Math.Min(20, match.Length)]}…");

    [GeneratedRegex("""
        (Account|SharedAccess)Key=[A-Za-z0-9+/]{40,}={0,2}
        |-----BEGIN\ [A-Z ]*PRIVATE\ KEY-----
        |\bAKIA[0-9A-Z]{16}\b
        |\bgh[pousr]_[A-Za-z0-9]{36}
        |\bxox[abprs]-[0-9A-Za-z-]{20,}
        |\bwhsec_[A-Za-z0-9+/]{32,}
        |[?&]sig=[A-Za-z0-9%+/]{30,}
        |\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}
        |InstrumentationKey=[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}
        |(Smtp(__|:)Password|ClientSecret)"?\s*[=:]\s*"?[A-Za-z0-9]{12,}
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Secret();
}
