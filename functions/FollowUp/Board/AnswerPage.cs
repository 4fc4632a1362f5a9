using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Board;

/// <summary>
/// The pages behind the links of letters: each one file with everything in it, so that it works wherever a letter is read. Its style and
/// its script are named in its policy by their hashes: nothing else runs, and it asks nobody but this origin.
/// </summary>
internal static class AnswerPage
{
    private static readonly string[] Parts =
        ["words-en.js", "words-zh.js", "words-ru.js", "text.js", "files.js", "forms.js", "show.js", "answer.js"];

    private static readonly string Style = Read("answer.css");
    private static readonly (byte[] Page, string Policy) Answers = Made(Parts);

    /// <summary>The page on which a letter's reader says how often letters come.</summary>
    private static readonly (byte[] Page, string Policy) Rhythm = Made(["rhythm-words.js", "text.js", "rhythm.js"]);

    public static IResult Serve(HttpResponse response) => Serve(response, Answers);

    public static IResult ServeRhythm(HttpResponse response) => Serve(response, Rhythm);

    private static (byte[] Page, string Policy) Made(string[] parts)
    {
        string script = $"'use strict';\nconst words = {{}};\n{string.Concat(parts.Select(Read))}";
        string page =
            Read("answer.html").Replace("{style}", Style, StringComparison.Ordinal).Replace("{script}", script, StringComparison.Ordinal);
        return (Encoding.UTF8.GetBytes(page),
            $"default-src 'none'; script-src {HashOf(script)}; style-src {HashOf(Style)}; connect-src 'self'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    /// <summary>Whatever stands behind the <c>#</c> stays with the reader; nobody keeps the page, and no link tells where it was.</summary>
    private static IResult Serve(HttpResponse response, (byte[] Page, string Policy) made)
    {
        response.Headers.ContentSecurityPolicy = made.Policy;
        response.Headers.CacheControl = "no-store";
        return Results.Bytes(made.Page, "text/html; charset=utf-8");
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
