using System.Net.Http.Headers;
using System.Security.Cryptography;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http.Rig;

/// <summary>A signed paper as somebody hands it in.</summary>
internal sealed record Paper(string Name, byte[] Content, string? Type = null)
{
    /// <summary>Of more than one row, where it lies in rows.</summary>
    public static Paper Signed { get; } =
        new("Протокол (подписан).pdf", [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 600_000).Select(n => (byte)n)], "application/pdf");

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    public static string PathOf(string sha256) => $"{Town.PathOf(Papers.Item)}/evidence/{sha256}";

    public async Task<Answer> HandIn(Town town, string by = "law", params (string Name, string Value)[] headers)
    {
        string path = $"{Town.PathOf(Papers.Item)}/evidence?name={Uri.EscapeDataString(Name)}&by={by}";
        Answer answer = await town.Send("POST", path, Body(), headers);
        await town.Still();
        return answer;
    }

    private ByteArrayContent Body()
    {
        ByteArrayContent body = new(Content);
        body.Headers.ContentType = Type is null ? null : MediaTypeHeaderValue.Parse(Type);
        return body;
    }
}
