using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Board;

/// <summary>
/// The page behind the links of letters: one file with everything in it, so that it works wherever a letter is read. Its style and its
/// script are named in its policy by their hashes: nothing else runs, and it asks nobody but this origin.
/// </summary>
internal static class AnswerPage
{
    private static readonly string[] Parts =
        ["words-en.js", "words-zh.js", "words-ru.js", "text.js", "forms.js", "show.js", "answer.js"];

    private static readonly string Style = Read("answer.css");
    private static readonly string Script = $"'use strict';\nconst words = {{}};\n{string.Concat(Parts.Select(Read))}";

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        Read("answer.html").Replace("{style}", Style, StringComparison.Ordinal).Replace("{script}", Script, StringComparison.Ordinal));

    private static readonly string Policy =
        $"default-src 'none'; script-src {HashOf(Script)}; style-src {HashOf(Style)}; connect-src 'self'; img-src data:; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    /// <summary>Whatever stands behind the <c>#</c> stays with the reader; nobody keeps the page, and no link tells where it was.</summary>
    public static IResult Serve(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        return Results.Bytes(Page, "text/html; charset=utf-8");
    }

    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    /// <summary>With the ends of lines that HTML gives them, or a checkout on Windows would have other hashes than browsers.</summary>
    private static string Read(string name)
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"answer/{name}")
            ?? throw new InvalidOperationException($"{name} is missing from the build.");
        using StreamReader reader = new(file);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
