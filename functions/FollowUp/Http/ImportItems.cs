using FollowUp.Access;
using FollowUp.Faults;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Operations.Sheets;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/agreements/{agreement}/imports</c>: a spreadsheet (CSV or XLSX, as the body) goes into an agreement. Without
/// <c>preview</c> it only shows what each row would become, and hands out a token; with the token all of it is done, or nothing. 412 where
/// something else would happen by now. <c>format</c> asks for the refused rows as a file instead, each with why in <c>language</c>.
/// </summary>
public sealed class ImportItems(
    ImportPlanner planner, ImportCommitter committer, AgreementStore store, ActingPerson acting, TimeProvider clock)
{
    private static readonly string[] Types = [ContentType.Csv, ContentType.Workbook, ContentType.OldWorkbook];

    [Function(nameof(ImportItems))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{agreement}/imports")] HttpRequest request,
        string agreement,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new(nameof(ImportItems), agreement), request, async cancel =>
    {
        _ = await store.AgreementAt(agreement, cancel);
        QueryOptions query = ImportOptions.Take(request);
        SheetOptions options = ImportOptions.Read(query);
        string? token = query["preview"];
        string? format = query.OneOf("format", RefusedRows.Formats);
        RequestBody body = await RequestBody.Read(request, cancel, SheetLimits.Bytes, Types);
        Deed deed = await acting.Find(request.HttpContext, new(nameof(ImportItems), agreement), query.Id("by"), cancel);
        ImportRequest wanted =
            new(agreement, Table(body, options), options, deed.By, ImportOptions.HashOf(body.Bytes.Span, options))
            {
                MayRegister = ActingPerson.IsSelf(request.HttpContext, deed),
            };
        if (token is null)
        {
            ImportPlan plan = await planner.Plan(wanted, clock.Now(), cancel);
            return format is null ? Results.Json(ImportResponse.Of(plan, isApplied: false), Json.Options)
                : RefusedRows.Of(plan, format, ImportOptions.Language(query));
        }

        ImportPlan done =
            await committer.Commit(wanted, token, KeyOf(token, wanted), deed, client, cancel);
        int status = done.Count(RowOutcome.New) > 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return Results.Json(ImportResponse.Of(done, isApplied: true), Json.Options, statusCode: status);
    }, AcceptedInputs.QueryOptions);

    private static SheetTable Table(RequestBody body, SheetOptions options)
    {
        SheetTable table = SheetTable.Of(SheetReader.Read(body.Bytes, options), options);
        return table.Rows.Count switch
        {
            0 => throw new InvalidInputException("", SheetFaults.NoRows.Text),
            > Limits.Items and var rows => throw new InvalidInputException("", SheetFaults.TooManyRows.Fill(rows, Limits.Items)),
            _ => table,
        };
    }

    /// <summary>A call that is sent again, since its answer was lost, finds under this that it was done.</summary>
    private static IdempotencyRecord KeyOf(string token, ImportRequest wanted) =>
        new(Fingerprints.HashOf(new { Import = wanted.Agreement, token }), wanted.ContentHash);
}
