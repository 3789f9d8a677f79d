<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AcceptanceSheet</name>
    <message>
        <source>How likely the label has to be</source>
        <translation>标签的概率下限</translation>
    </message>
    <message>
        <source>The labels that are given, commonest first</source>
        <translation>将要给出的标签，由多到少</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give tickets without a category the likely one</source>
        <translation>为没有分类的工单设置最可能的分类</translation>
    </message>
    <message>
        <source>Give tickets without a root cause the likely one</source>
        <translation>为没有根本原因的工单设置最可能的根本原因</translation>
    </message>
    <message>
        <source>At least this likely</source>
        <translation>概率不低于</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more stay as they are: their file cannot hold the label.</source>
        <translation>
            <numerusform>另有 %Ln 条保持不变：所在文件无法写入该标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>One action, one step to undo.</source>
        <translation>只算一次操作，可一步撤销。</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln tickets</source>
        <translation>
            <numerusform>修改 %Ln 条工单</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes {tickets}, with {labels}.</source>
        <translation>将修改 {tickets}，涉及 {labels}。</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>不会有任何改动。</translation>
    </message>
    <message>
        <source>None is that likely; the likeliest has {n}.</source>
        <translation>没有达到这个概率的工单；最高的是 {n}。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Go</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>套话回复</translation>
    </message>
    <message>
        <source>Contradicting labels</source>
        <translation>矛盾的标签</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核库</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Likely category {number}</source>
        <translation>可能的分类 {number}</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>下一条工单</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>上一条工单</translation>
    </message>
    <message>
        <source>Skip this ticket</source>
        <translation>跳过这条工单</translation>
    </message>
    <message>
        <source>Next unreviewed ticket</source>
        <translation>下一条未审核的工单</translation>
    </message>
    <message>
        <source>Next reply</source>
        <translation>下一条回复</translation>
    </message>
    <message>
        <source>Previous reply</source>
        <translation>上一条回复</translation>
    </message>
    <message>
        <source>Reviewed, and on to the next</source>
        <translation>已审核，到下一个</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Exclude from export, and on to the next</source>
        <translation>从导出中排除，到下一个</translation>
    </message>
    <message>
        <source>Edit the category</source>
        <translation>修改分类</translation>
    </message>
    <message>
        <source>Add a root cause</source>
        <translation>添加根本原因</translation>
    </message>
    <message>
        <source>Edit title and texts</source>
        <translation>修改标题和正文</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Canned replies of the ticket</source>
        <translation>工单里的套话回复</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>History of the ticket</source>
        <translation>工单的历史</translation>
    </message>
    <message>
        <source>Extend the selection down</source>
        <translation>向下扩展选择</translation>
    </message>
    <message>
        <source>Extend the selection up</source>
        <translation>向上扩展选择</translation>
    </message>
    <message>
        <source>Select all that is shown</source>
        <translation>选择列出的全部</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Show all tickets</source>
        <translation>显示全部工单</translation>
    </message>
    <message>
        <source>Show unreviewed tickets</source>
        <translation>显示未审核的工单</translation>
    </message>
    <message>
        <source>Show flagged tickets</source>
        <translation>显示已标记的工单</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>保存这个视图…</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>显示或隐藏筛选</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open tables, and say what their columns are…</source>
        <translation>打开表格，并指明各列的含义…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save a recipe…</source>
        <translation>保存配方…</translation>
    </message>
    <message>
        <source>Apply a recipe…</source>
        <translation>套用配方…</translation>
    </message>
    <message>
        <source>Save (it is saved already)</source>
        <translation>保存（已经保存了）</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Check and repair…</source>
        <translation>检查并修复…</translation>
    </message>
    <message>
        <source>Check the labels</source>
        <translation>检查标签</translation>
    </message>
    <message>
        <source>Close the review</source>
        <translation>关闭审核库</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Go to the tickets</source>
        <translation>到工单页</translation>
    </message>
    <message>
        <source>Go to the canned replies</source>
        <translation>去套话回复</translation>
    </message>
    <message>
        <source>Go to the labels</source>
        <translation>前往标签</translation>
    </message>
    <message>
        <source>Go to the personal data</source>
        <translation>前往个人信息</translation>
    </message>
    <message>
        <source>Go to the sources</source>
        <translation>到来源页</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Filters pane</source>
        <translation>筛选窗格</translation>
    </message>
    <message>
        <source>List pane</source>
        <translation>列表窗格</translation>
    </message>
    <message>
        <source>Ticket pane</source>
        <translation>工单窗格</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Language: English or 中文</source>
        <translation>语言：中文或 English</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>报告问题…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”. Take another.</source>
        <translation>{key} 已经是“{action}”的快捷键，请换一个。</translation>
    </message>
    <message>
        <source>Next family</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>Previous family</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>Skip this family</source>
        <translation>跳过这一组</translation>
    </message>
    <message>
        <source>Accept the proposal, and on to the next</source>
        <translation>采纳建议，前往下一组</translation>
    </message>
    <message>
        <source>Rewrite all to the wording, and on to the next</source>
        <translation>全部改写为采用的措辞，前往下一组</translation>
    </message>
    <message>
        <source>Keep examples, and on to the next</source>
        <translation>保留几条示例，前往下一组</translation>
    </message>
    <message>
        <source>One example more</source>
        <translation>多保留一条</translation>
    </message>
    <message>
        <source>One example less</source>
        <translation>少保留一条</translation>
    </message>
    <message>
        <source>Holding reply, and on to the next</source>
        <translation>标为应付语，前往下一组</translation>
    </message>
    <message>
        <source>Exclude duplicate tickets…</source>
        <translation>排除重复工单…</translation>
    </message>
    <message>
        <source>Not a family, and on to the next</source>
        <translation>不是一组，前往下一组</translation>
    </message>
    <message>
        <source>Choose the wording, rewrite nothing</source>
        <translation>只选定措辞，不改写</translation>
    </message>
    <message>
        <source>Write a wording</source>
        <translation>自己写措辞</translation>
    </message>
    <message>
        <source>Take this variant for the wording</source>
        <translation>以此变体为措辞</translation>
    </message>
    <message>
        <source>Take the variant out of the family</source>
        <translation>把变体移出这一组</translation>
    </message>
    <message>
        <source>Never these two variants together</source>
        <translation>这两个变体永不同组</translation>
    </message>
    <message>
        <source>Take the decision away</source>
        <translation>收回决定</translation>
    </message>
    <message>
        <source>Contradicting labels of the family, side by side</source>
        <translation>并排查看本组矛盾的标签</translation>
    </message>
    <message>
        <source>All contradicting labels</source>
        <translation>全部矛盾的标签</translation>
    </message>
    <message>
        <source>Only the differences</source>
        <translation>只显示不同</translation>
    </message>
    <message>
        <source>Show the tickets of the family</source>
        <translation>查看这一组的工单</translation>
    </message>
    <message>
        <source>Select a family or variant</source>
        <translation>选择一组或一个变体</translation>
    </message>
    <message>
        <source>Select all families shown</source>
        <translation>选择列出的全部组</translation>
    </message>
    <message>
        <source>Likeness one hundredth up</source>
        <translation>相似度加 0.01</translation>
    </message>
    <message>
        <source>Likeness one hundredth down</source>
        <translation>相似度减 0.01</translation>
    </message>
    <message>
        <source>Label for all: {number}</source>
        <translation>全部改用标签 {number}</translation>
    </message>
    <message>
        <source>Next contradiction</source>
        <translation>下一处矛盾</translation>
    </message>
    <message>
        <source>Previous contradiction</source>
        <translation>上一处矛盾</translation>
    </message>
    <message>
        <source>Skip this contradiction</source>
        <translation>跳过这处矛盾</translation>
    </message>
    <message>
        <source>The commonest label for all, and on</source>
        <translation>全部改用最常见的标签，到下一处</translation>
    </message>
    <message>
        <source>The label at the right for all, and on</source>
        <translation>全部改用右边的标签，到下一处</translation>
    </message>
    <message>
        <source>Keep the labels as they are, and on</source>
        <translation>标签保持不变，到下一处</translation>
    </message>
    <message>
        <source>Next label at the right</source>
        <translation>右边换下一个标签</translation>
    </message>
    <message>
        <source>Previous label at the right</source>
        <translation>右边换上一个标签</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>查看工单</translation>
    </message>
    <message>
        <source>Back to the families</source>
        <translation>回到各组</translation>
    </message>
    <message>
        <source>Variants of labels</source>
        <translation>标签变体</translation>
    </message>
    <message>
        <source>Spread of labels</source>
        <translation>标签的分布</translation>
    </message>
    <message>
        <source>Taxonomy of labels</source>
        <translation>标签的分类体系</translation>
    </message>
    <message>
        <source>Doubtful labels</source>
        <translation>存疑标签</translation>
    </message>
    <message>
        <source>Categories or root causes</source>
        <translation>分类或根本原因</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>Skip this group</source>
        <translation>跳过这一组</translation>
    </message>
    <message>
        <source>Merge the labels of the group, and on</source>
        <translation>合并这组标签，并前往下一组</translation>
    </message>
    <message>
        <source>Merge all groups found this way…</source>
        <translation>合并所有以此方式找到的组…</translation>
    </message>
    <message>
        <source>Write the label to merge into</source>
        <translation>写下合并成的标签</translation>
    </message>
    <message>
        <source>Merge into this label</source>
        <translation>合并成这个标签</translation>
    </message>
    <message>
        <source>Leave this label out, or take it in</source>
        <translation>排除此标签，或重新纳入</translation>
    </message>
    <message>
        <source>Not the same, and on</source>
        <translation>不是同一个，并前往下一组</translation>
    </message>
    <message>
        <source>Next label</source>
        <translation>下一个标签</translation>
    </message>
    <message>
        <source>Previous label</source>
        <translation>上一个标签</translation>
    </message>
    <message>
        <source>Fold or unfold what is below the label</source>
        <translation>收起或展开下级标签</translation>
    </message>
    <message>
        <source>Rename the label</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Merge the label into another</source>
        <translation>将标签并入另一个</translation>
    </message>
    <message>
        <source>Move the category under another</source>
        <translation>将分类移到另一分类之下</translation>
    </message>
    <message>
        <source>Split the label: give tickets of a search another</source>
        <translation>拆分标签：为搜索到的工单换一个标签</translation>
    </message>
    <message>
        <source>Describe the label</source>
        <translation>说明标签的含义</translation>
    </message>
    <message>
        <source>Retire the label, or let it be given again</source>
        <translation>停用标签，或恢复使用</translation>
    </message>
    <message>
        <source>Take the label into the taxonomy, or out of it</source>
        <translation>将标签纳入分类体系，或移出</translation>
    </message>
    <message>
        <source>Show the tickets of the label</source>
        <translation>显示此标签的工单</translation>
    </message>
    <message>
        <source>Take all labels that tickets have into the taxonomy</source>
        <translation>将工单现有的全部标签纳入分类体系</translation>
    </message>
    <message>
        <source>Hold tickets to the taxonomy, or not</source>
        <translation>要求工单遵循分类体系，或不要求</translation>
    </message>
    <message>
        <source>Save the taxonomy as a file…</source>
        <translation>将分类体系保存为文件…</translation>
    </message>
    <message>
        <source>Read a taxonomy from a file…</source>
        <translation>从文件读取分类体系…</translation>
    </message>
    <message>
        <source>Another label: {number}</source>
        <translation>其他标签 {number}</translation>
    </message>
    <message>
        <source>Next doubtful</source>
        <translation>下一条存疑</translation>
    </message>
    <message>
        <source>Previous doubtful</source>
        <translation>上一条存疑</translation>
    </message>
    <message>
        <source>Skip this doubtful one</source>
        <translation>跳过这条存疑</translation>
    </message>
    <message>
        <source>Accept the likely label, and on</source>
        <translation>接受可能的标签，并前往下一条</translation>
    </message>
    <message>
        <source>Keep the label as it is, and on</source>
        <translation>保留现有标签，并前往下一条</translation>
    </message>
    <message>
        <source>Show the doubtful ticket</source>
        <translation>查看存疑的工单</translation>
    </message>
    <message>
        <source>Show more of what is doubtful</source>
        <translation>多显示一些存疑标签</translation>
    </message>
    <message>
        <source>Show less of what is doubtful</source>
        <translation>少显示一些存疑标签</translation>
    </message>
    <message>
        <source>Give tickets without a label the likely one, above 0.95…</source>
        <translation>为没有标签的工单设置概率高于 0.95 的标签…</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Next striking cell</source>
        <translation>下一个显著的单元格</translation>
    </message>
    <message>
        <source>Previous striking cell</source>
        <translation>上一个显著的单元格</translation>
    </message>
    <message>
        <source>Another order of the rows</source>
        <translation>换一种行的顺序</translation>
    </message>
    <message>
        <source>Show the tickets of the cell</source>
        <translation>显示单元格的工单</translation>
    </message>
    <message>
        <source>Personal data by kind</source>
        <translation>按类型查看个人信息</translation>
    </message>
    <message>
        <source>Personal data by value</source>
        <translation>按内容查看个人信息</translation>
    </message>
    <message>
        <source>Personal data by ticket</source>
        <translation>按工单查看个人信息</translation>
    </message>
    <message>
        <source>What was said to be no personal data</source>
        <translation>已标为非个人信息的内容</translation>
    </message>
    <message>
        <source>Next in the list</source>
        <translation>列表中的下一项</translation>
    </message>
    <message>
        <source>Previous in the list</source>
        <translation>列表中的上一项</translation>
    </message>
    <message>
        <source>Skip this personal data</source>
        <translation>跳过此项个人信息</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Mask all places of the value, kind or ticket</source>
        <translation>脱敏此内容、类型或工单的所有位置</translation>
    </message>
    <message>
        <source>Mask this place</source>
        <translation>只脱敏这一处</translation>
    </message>
    <message>
        <source>Mask all of the kind…</source>
        <translation>脱敏此类型的全部…</translation>
    </message>
    <message>
        <source>The value is no personal data, or is after all</source>
        <translation>标为非个人信息，或恢复</translation>
    </message>
    <message>
        <source>Masks with or without numbers: pseudonyms</source>
        <translation>脱敏标记是否编号（化名）</translation>
    </message>
    <message>
        <source>Show the ticket of the place</source>
        <translation>显示该处所在的工单</translation>
    </message>
    <message>
        <source>Search for personal data again</source>
        <translation>重新查找个人信息</translation>
    </message>
    <message>
        <source>Next source</source>
        <translation>下一个来源</translation>
    </message>
    <message>
        <source>Previous source</source>
        <translation>上一个来源</translation>
    </message>
    <message>
        <source>Show the tickets of the source</source>
        <translation>显示该来源的工单</translation>
    </message>
    <message>
        <source>Compare the source with its file</source>
        <translation>将来源与文件对比</translation>
    </message>
    <message>
        <source>Compared: unchanged</source>
        <translation>对比：未变</translation>
    </message>
    <message>
        <source>Compared: changed there</source>
        <translation>对比：文件已改</translation>
    </message>
    <message>
        <source>Compared: changed here</source>
        <translation>对比：此处已改</translation>
    </message>
    <message>
        <source>Compared: changed in both</source>
        <translation>对比：两边都改</translation>
    </message>
    <message>
        <source>Compared: new</source>
        <translation>对比：新增</translation>
    </message>
    <message>
        <source>Compared: gone</source>
        <translation>对比：消失</translation>
    </message>
    <message>
        <source>Compared: moved</source>
        <translation>对比：移动</translation>
    </message>
    <message>
        <source>Next compared ticket</source>
        <translation>下一条对比的工单</translation>
    </message>
    <message>
        <source>Previous compared ticket</source>
        <translation>上一条对比的工单</translation>
    </message>
    <message>
        <source>Skip this compared ticket</source>
        <translation>跳过此对比的工单</translation>
    </message>
    <message>
        <source>Next compared field</source>
        <translation>下一个对比的字段</translation>
    </message>
    <message>
        <source>Previous compared field</source>
        <translation>上一个对比的字段</translation>
    </message>
    <message>
        <source>Keep what stands here</source>
        <translation>保留此处内容</translation>
    </message>
    <message>
        <source>Take what the file says</source>
        <translation>采用文件内容</translation>
    </message>
    <message>
        <source>Write the field anew</source>
        <translation>重写此字段</translation>
    </message>
    <message>
        <source>Keep what stands here, in all fields that are not decided</source>
        <translation>所有未决字段都保留此处内容</translation>
    </message>
    <message>
        <source>Take what the file says, in all fields that are not decided</source>
        <translation>所有未决字段都采用文件内容</translation>
    </message>
    <message>
        <source>Take the changed file in</source>
        <translation>导入已更改的文件</translation>
    </message>
    <message>
        <source>Back to the sources, nothing is taken in</source>
        <translation>返回来源，不导入</translation>
    </message>
</context>
<context>
    <name>ActionsBar</name>
    <message>
        <source>Reviewed</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Unflag</source>
        <translation>取消标记</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>取消排除</translation>
    </message>
</context>
<context>
    <name>Asks</name>
    <message>
        <source>Rename to</source>
        <translation>重命名为</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Type the new name; what is below it comes along.</source>
        <translation>输入新名称；下级标签一并更名。</translation>
    </message>
    <message>
        <source>Type the new name.</source>
        <translation>输入新名称。</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Move under</source>
        <translation>移到其下</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Under a new category “{text}”</source>
        <translation>移到新分类“{text}”之下</translation>
    </message>
    <message>
        <source>Give them the new category “{text}”</source>
        <translation>设为新分类“{text}”</translation>
    </message>
    <message>
        <source>get the label</source>
        <translation>改为标签</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Type a search of tickets, and choose the label that those it finds are to get.</source>
        <translation>输入工单搜索条件，再选择搜到的工单要改用的标签。</translation>
    </message>
    <message>
        <source>Give them the new root cause “{text}”</source>
        <translation>设为新根本原因“{text}”</translation>
    </message>
    <message>
        <source>Tickets found by</source>
        <translation>搜索到的工单</translation>
    </message>
    <message>
        <source>Type a part of a label, or choose one with the arrows.</source>
        <translation>输入标签的一部分，或用方向键选择。</translation>
    </message>
    <message>
        <source>At the top, under no other</source>
        <translation>置于顶层，不属于任何分类</translation>
    </message>
    <message>
        <source>Let “{label}” be given again</source>
        <translation>恢复使用“{label}”</translation>
    </message>
    <message>
        <source>Retire “{label}”</source>
        <translation>停用“{label}”</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Take “{label}” out of the taxonomy</source>
        <translation>将“{label}”移出分类体系</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Hold tickets to the taxonomy</source>
        <translation>要求工单遵循分类体系</translation>
    </message>
    <message>
        <source>Let tickets have any label</source>
        <translation>允许工单使用任意标签</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>要求遵循</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>不再要求</translation>
    </message>
    <message>
        <source>Take all labels in</source>
        <translation>纳入全部标签</translation>
    </message>
    <message>
        <source>Take them in</source>
        <translation>全部纳入</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
</context>
<context>
    <name>BatchQuestion</name>
    <message>
        <source>Is {file} another batch?</source>
        <translation>{file} 是另一批吗？</translation>
    </message>
    <message>
        <source>Only {firm} of {n} tickets are known again. Another batch is imported beside the old one, which stays. A new version takes its place: {gone} tickets are parked with their edits. One undo takes it back.</source>
        <translation>{n} 条工单中只认出 {firm} 条。另一批会与旧的一批并存导入，旧的保留；新版本会取而代之：{gone} 条工单连同修改被搁置。一次撤销即可恢复。</translation>
    </message>
    <message>
        <source>Another batch</source>
        <translation>另一批</translation>
    </message>
    <message>
        <source>A new version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Changing tickets</source>
        <translation>正在修改工单</translation>
    </message>
</context>
<context>
    <name>Canned</name>
    <message>
        <source>Nothing is proposed for this family.</source>
        <translation>对这一组没有建议。</translation>
    </message>
</context>
<context>
    <name>CannedChoices</name>
    <message>
        <source>In the wor&amp;ding that was chosen</source>
        <translation>按选定的措辞写出(&amp;D)</translation>
    </message>
    <message>
        <source>Without &amp;holding replies</source>
        <translation>不要应付语(&amp;H)</translation>
    </message>
    <message>
        <source>Tickets &amp;kept of each</source>
        <translation>每组最多保留工单数(&amp;K)</translation>
    </message>
    <message>
        <source>Canned replies were not compared yet: what this changes is known when it is written.</source>
        <translation>套话回复还没有比对，会改变多少要到写出时才知道。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets keep their replies: their file cannot hold it.</source>
        <translation>
            <numerusform>%Ln 条工单的回复保持原样：原文件容不下改写。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets are left out that repeat a canned reply.</source>
        <translation>
            <numerusform>%Ln 个重复套话回复的工单不导出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicate tickets are left out.</source>
        <translation>
            <numerusform>%Ln 条重复工单不导出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets are written with other replies.</source>
        <translation>
            <numerusform>%Ln 条工单的回复会改写。</numerusform>
        </translation>
    </message>
    <message>
        <source>Of d&amp;uplicate tickets only one</source>
        <translation>重复工单只留一个(&amp;U)</translation>
    </message>
    <message>
        <source>Tickets of each canned reply that are kept</source>
        <translation>每组套话回复保留的工单数</translation>
    </message>
    <message>
        <source>as decided</source>
        <translation>按决定</translation>
    </message>
</context>
<context>
    <name>CannedHead</name>
    <message>
        <source>Open</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Least likeness within a family</source>
        <translation>组内最低相似度</translation>
    </message>
    <message>
        <source>Replies are of one family from this likeness on. Keys: − and =</source>
        <translation>相似度不低于此值的回复归为一组。按键：− 和 =</translation>
    </message>
    <message>
        <source>Order of the families</source>
        <translation>组的排序</translation>
    </message>
    <message>
        <source>by uses</source>
        <translation>按用量</translation>
    </message>
    <message>
        <source>by tickets</source>
        <translation>按工单数</translation>
    </message>
    <message>
        <source>by spread over categories</source>
        <translation>按分类分布</translation>
    </message>
    <message>
        <source>by length</source>
        <translation>按长度</translation>
    </message>
    <message numerus="yes">
        <source>%Ln families selected</source>
        <translation>
            <numerusform>已选 %Ln 组</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CannedHost</name>
    <message>
        <source>No ticket of this family has a duplicate.</source>
        <translation>这一组的工单没有重复。</translation>
    </message>
</context>
<context>
    <name>CannedPage</name>
    <message>
        <source>The labels of this family do not contradict one another.</source>
        <translation>这一组的标签没有矛盾。</translation>
    </message>
</context>
<context>
    <name>CannedReplies</name>
    <message>
        <source>Canned replies of the ticket</source>
        <translation>工单里的套话回复</translation>
    </message>
    <message numerus="yes">
        <source>%Ln uses</source>
        <translation>
            <numerusform>%Ln 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variants</source>
        <translation>
            <numerusform>%Ln 个变体</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseColumn</name>
    <message>
        <source>For all</source>
        <translation>全部改用</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>label {n} of {all}</source>
        <translation>第 {n} 个标签，共 {all} 个</translation>
    </message>
    <message>
        <source>Tickets labelled {label}</source>
        <translation>标签为 {label} 的工单</translation>
    </message>
</context>
<context>
    <name>CaseModel</name>
    <message>
        <source>This ticket could not be read</source>
        <translation>无法读取这条工单</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file} 第 {line} 行</translation>
    </message>
</context>
<context>
    <name>CategoryEditor</name>
    <message>
        <source>Edit the category</source>
        <translation>修改分类</translation>
    </message>
    <message>
        <source>Create new category “{text}”</source>
        <translation>新建分类“{text}”</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Any part of a category</source>
        <translation>分类的任意一部分</translation>
    </message>
    <message>
        <source>All likely categories</source>
        <translation>所有可能的分类</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>没有分类</translation>
    </message>
    <message>
        <source>Category: {path}</source>
        <translation>分类：{path}</translation>
    </message>
    <message>
        <source>Category {n}: {path}</source>
        <translation>分类 {n}：{path}</translation>
    </message>
</context>
<context>
    <name>CausesEditor</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a root cause</source>
        <translation>添加根本原因</translation>
    </message>
    <message>
        <source>Edit the root cause as text</source>
        <translation>按文字修改根本原因</translation>
    </message>
    <message>
        <source>Create new root cause “{text}”</source>
        <translation>新建根本原因“{text}”</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>A root cause</source>
        <translation>一个根本原因</translation>
    </message>
    <message>
        <source>Root cause as text</source>
        <translation>根本原因的文字</translation>
    </message>
    <message>
        <source>Root cause: {text}</source>
        <translation>根本原因：{text}</translation>
    </message>
    <message>
        <source>Root cause: {text}; Delete removes it</source>
        <translation>根本原因：{text}；按 Delete 移除</translation>
    </message>
</context>
<context>
    <name>CheckFoot</name>
    <message>
        <source>Checked {when}</source>
        <translation>检查于 {when}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rarer labels left out</source>
        <translation>
            <numerusform>%Ln 个罕见标签未计入</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibration error {n}</source>
        <translation>校准误差 {n}</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>正在检查…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed: check again</source>
        <translation>
            <numerusform>%Ln 条有改动：重新检查</numerusform>
        </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Delete takes it away</source>
        <translation>按 Delete 移除</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>cat</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>根因</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
</context>
<context>
    <name>ColumnsSheet</name>
    <message>
        <source>What are the columns of {file}?</source>
        <translation>{file} 的各列是什么？</translation>
    </message>
    <message>
        <source>The first row as a ticket</source>
        <translation>第一行成为工单后</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Rows above the first ticket</source>
        <translation>首条工单之上的行数</translation>
    </message>
    <message>
        <source>S&amp;heet</source>
        <translation>工作表(&amp;H)</translation>
    </message>
    <message>
        <source>Rows &amp;above the first ticket</source>
        <translation>首条工单之上的行数(&amp;A)</translation>
    </message>
    <message>
        <source>What the chosen column is</source>
        <translation>所选列的含义</translation>
    </message>
    <message>
        <source>It &amp;is</source>
        <translation>它是(&amp;I)</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>逗号分隔</translation>
    </message>
    <message>
        <source>separated by tabs</source>
        <translation>制表符分隔</translation>
    </message>
    <message>
        <source>separated by semicolons</source>
        <translation>分号分隔</translation>
    </message>
    <message>
        <source>separated by bars</source>
        <translation>竖线分隔</translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln 列</numerusform>
        </translation>
    </message>
    <message>
        <source>table {n} of {all}</source>
        <translation>第 {n} 个表格，共 {all} 个</translation>
    </message>
    <message>
        <source>Say which column is the title, or the problem, of the tickets.</source>
        <translation>请指明哪一列是工单的标题或问题。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other fields</source>
        <translation>
            <numerusform>%Ln 个其他字段</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparer</name>
    <message>
        <source>Compare a source</source>
        <translation>对比来源</translation>
    </message>
</context>
<context>
    <name>Completer</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>ConflictList</name>
    <message>
        <source>Contradicting labels, strongest first</source>
        <translation>矛盾的标签，证据最强的在前</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>How sure the check was, and how often it was right</source>
        <translation>检查的把握与实际的正确率</translation>
    </message>
    <message>
        <source>Expected calibration error {n}: how far sureness and truth are apart on average</source>
        <translation>期望校准误差 {n}：把握与实际平均相差多少</translation>
    </message>
</context>
<context>
    <name>DamagedSheet</name>
    <message>
        <source>{file} cannot be repaired</source>
        <translation>{file} 无法修复</translation>
    </message>
    <message>
        <source>{file} does not open</source>
        <translation>{file} 打不开</translation>
    </message>
    <message>
        <source>Recover what can be read…</source>
        <translation>抢救还能读出的内容…</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先不管</translation>
    </message>
    <message>
        <source>Parts of the file cannot be read any more. Nothing was changed.</source>
        <translation>文件有些部分已读不出。没有做任何改动。</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>文件已损坏。</translation>
    </message>
    <message>
        <source>It does not begin as a review does: its beginning is damaged, or it never was a review.</source>
        <translation>文件开头不是审核库的样子：开头已损坏，或者它本来就不是审核库。</translation>
    </message>
    <message>
        <source>Recovering makes a new review beside it of all that can be read, and says in numbers what could not. The damaged file is not touched.</source>
        <translation>抢救会把还能读出的全部内容写成旁边的一个新审核库，并用数字说明哪些没能读出。损坏的文件不会被改动。</translation>
    </message>
    <message>
        <source>It begins with the newest backup that is sound, and adds what is newer. A backup alone can come back too: it takes the place of the damaged file, which is kept beside the backups.</source>
        <translation>它以最新的完好备份为底，再加上比备份更新的内容。也可以只恢复一个备份：它会取代损坏的文件，损坏的文件则保存到备份旁边。</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Mask</source>
        <translation>脱敏</translation>
    </message>
</context>
<context>
    <name>Doubt</name>
    <message>
        <source>This ticket was changed meanwhile</source>
        <translation>这条工单已被改动</translation>
    </message>
    <message>
        <source>The nearest tickets labelled {label}</source>
        <translation>标为{label}的最相近工单</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file} 第 {line} 行</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Root causes</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>{key} gives this ticket the category “{label}”; one step to undo.</source>
        <translation>按下 {key} 将此工单的分类改为“{label}”；可一步撤销。</translation>
    </message>
    <message>
        <source>{key} gives this ticket the root cause “{label}” in the place of “{old}”; one step to undo.</source>
        <translation>按下 {key} 将此工单的根本原因“{old}”改为“{label}”；可一步撤销。</translation>
    </message>
    <message>
        <source>{key} keeps “{label}”: the ticket is not shown again until it has another label.</source>
        <translation>按下 {key} 保留“{label}”：工单换成别的标签之前不再显示。</translation>
    </message>
    <message>
        <source>{sure} sure: {right} right, of {n} tickets</source>
        <translation>把握 {sure}：正确 {right}，共 {n} 条工单</translation>
    </message>
</context>
<context>
    <name>DoubtBar</name>
    <message>
        <source>Accept the likely one</source>
        <translation>接受可能的标签</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>查看工单</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
</context>
<context>
    <name>DoubtHead</name>
    <message>
        <source>How many of the most doubtful are shown</source>
        <translation>显示多少条最存疑的</translation>
    </message>
    <message>
        <source>Part of them that is decided</source>
        <translation>其中已决定的比例</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln most doubtful of {all} ({share})</source>
        <translation>
            <numerusform>{all} 条中最存疑的 %Ln 条（{share}）</numerusform>
        </translation>
    </message>
    <message>
        <source>{decided} decided · {left} left</source>
        <translation>已决定 {decided} · 剩余 {left}</translation>
    </message>
    <message>
        <source>{decided} decided, {kept} of them kept · {left} left</source>
        <translation>已决定 {decided}，其中保留 {kept} · 剩余 {left}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a usable category…</source>
        <translation>
            <numerusform>%Ln 条没有可用的分类…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a usable root cause…</source>
        <translation>
            <numerusform>%Ln 条没有可用的根本原因…</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them the likely one, once you have seen how many get which</source>
        <translation>先看清各有多少条，再为它们设置最可能的标签</translation>
    </message>
</context>
<context>
    <name>DoubtList</name>
    <message>
        <source>Doubtful labels, most doubtful first</source>
        <translation>存疑标签，最存疑的在前</translation>
    </message>
</context>
<context>
    <name>DoubtPane</name>
    <message>
        <source>Previous doubtful</source>
        <translation>上一条存疑</translation>
    </message>
    <message>
        <source>Next doubtful</source>
        <translation>下一条存疑</translation>
    </message>
    <message>
        <source>Show the ticket: {place}</source>
        <translation>查看工单：{place}</translation>
    </message>
    <message>
        <source>Nearest tickets labelled “{label}”</source>
        <translation>最相近且标为“{label}”的工单</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>第 {n} 条，共 {all} 条</translation>
    </message>
</context>
<context>
    <name>DoubtText</name>
    <message>
        <source>Problem and replies</source>
        <translation>问题与回复</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reply {n}</source>
        <translation>回复 {n}</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more replies</source>
        <translation>
            <numerusform>另有 %Ln 条回复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtfulMode</name>
    <message>
        <source>Doubtful labels</source>
        <translation>存疑标签</translation>
    </message>
</context>
<context>
    <name>Drift</name>
    <message>
        <source>This ticket is not in the review any more</source>
        <translation>此工单已不在审核库中</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>at another place</source>
        <translation>换了位置</translation>
    </message>
    <message>
        <source>back again</source>
        <translation>重新出现</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>客服</translation>
    </message>
</context>
<context>
    <name>DriftBar</name>
    <message>
        <source>Take it in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>保留此处</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用文件</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>重写</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>{key} keeps what stands here; the file says otherwise.</source>
        <translation>{key} 保留此处内容，文件内容不同。</translation>
    </message>
    <message>
        <source>{key} takes what the file says in place of what stands here.</source>
        <translation>{key} 采用文件内容，替换此处内容。</translation>
    </message>
    <message>
        <source>{key} lets you write what stands there instead of both.</source>
        <translation>{key} 另写内容替换两边。</translation>
    </message>
    <message>
        <source>The file says what the review says: there is nothing to take in.</source>
        <translation>文件与审核库一致，无需导入。</translation>
    </message>
    <message>
        <source>Only {firm} of {n} tickets are known again: {key} asks whether it is another batch.</source>
        <translation>{n} 条工单中只认出 {firm} 条：{key} 会询问是否为另一批。</translation>
    </message>
    <message>
        <source>{key}: {new} come, {there} change, {gone} are parked with their edits. One step to undo.</source>
        <translation>{key}：新增 {new}，更改 {there}，搁置 {gone}（连同修改）。一步即可撤销。</translation>
    </message>
</context>
<context>
    <name>DriftFields</name>
    <message>
        <source>Fields that are not the same</source>
        <translation>不一致的字段</translation>
    </message>
    <message>
        <source>edited here, and stays so</source>
        <translation>此处已修改，保留</translation>
    </message>
    <message>
        <source>edited here, and parked so</source>
        <translation>此处已修改，一并搁置</translation>
    </message>
    <message>
        <source>changed in the file, and taken</source>
        <translation>文件中已更改，采用</translation>
    </message>
    <message>
        <source>both came to say the same</source>
        <translation>两边改成了一样</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>written anew</source>
        <translation>已重写</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Written anew</source>
        <translation>已重写</translation>
    </message>
    <message>
        <source>Not in the file any more</source>
        <translation>已不在文件中</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
</context>
<context>
    <name>DriftList</name>
    <message>
        <source>Compared tickets</source>
        <translation>对比的工单</translation>
    </message>
</context>
<context>
    <name>DriftView</name>
    <message>
        <source>Previous ticket</source>
        <translation>上一条工单</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>下一条工单</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Changed there</source>
        <translation>文件已改</translation>
    </message>
    <message>
        <source>Changed here</source>
        <translation>此处已改</translation>
    </message>
    <message>
        <source>In both</source>
        <translation>两边都改</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>The file is as it was read.</source>
        <translation>文件与读取时一致。</translation>
    </message>
    <message>
        <source>The file is empty now.</source>
        <translation>文件现在是空的。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>The file has changed: {now} now, {before} before.</source>
        <translation>文件已更改：现有 {now}，之前 {before}。</translation>
    </message>
    <message>
        <source>{firm} of {n} are known again: it may be another batch.</source>
        <translation>{n} 个中认出 {firm} 个：可能是另一批。</translation>
    </message>
    <message>
        <source>{n} were parked and are back again.</source>
        <translation>{n} 个曾被搁置，现又出现。</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>第 {n} 项，共 {all} 项</translation>
    </message>
    <message>
        <source>There is no ticket of this kind.</source>
        <translation>没有这类工单。</translation>
    </message>
    <message>
        <source>It is not in the file any more. It is parked, and comes back when the file has it again.</source>
        <translation>它已不在文件中，将被搁置；文件再次包含它时会恢复。</translation>
    </message>
    <message>
        <source>Both sides say the same of it.</source>
        <translation>两边内容一致。</translation>
    </message>
</context>
<context>
    <name>DuplicatesSheet</name>
    <message>
        <source>Duplicate tickets</source>
        <translation>重复工单</translation>
    </message>
    <message>
        <source>The ticket that stays</source>
        <translation>保留的工单</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Group {n} of {all}.</source>
        <translation>第 {n} 组，共 {all} 组。</translation>
    </message>
    <message>
        <source>Title, problem and replies are the same. Choose the ticket that stays.</source>
        <translation>标题、问题和回复都相同。请选择保留哪一条。</translation>
    </message>
    <message>
        <source>Title and problem are the same, the replies differ. Read them before you exclude any.</source>
        <translation>标题和问题相同，回复不同。请先读过再排除。</translation>
    </message>
    <message numerus="yes">
        <source>Exclude the other %Ln</source>
        <translation>
            <numerusform>排除其余 %Ln 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Editors</name>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Root causes</source>
        <translation>根本原因</translation>
    </message>
</context>
<context>
    <name>Effects</name>
    <message>
        <source>{key} is for {families} with {replies}; one step to undo.</source>
        <translation>按下 {key} 将处理 {families}、{replies}；一步撤销。</translation>
    </message>
    <message>
        <source>{key} rewrites replies in up to {tickets}; one step to undo.</source>
        <translation>{key} 改写回复，最多涉及 {tickets}；可一步撤销。</translation>
    </message>
    <message>
        <source>{key}: every reply reads like this already. The wording is noted.</source>
        <translation>按下 {key}：回复已全部如此，只记下措辞。</translation>
    </message>
    <message>
        <source>{key} rewrites {replies} in {tickets} of {sources}; one step to undo.</source>
        <translation>按下 {key} 将改写 {replies}，涉及 {tickets}、{sources}；一步撤销。</translation>
    </message>
    <message>
        <source>{key} keeps at most {n} tickets a family, of {tickets}; the export can leave out the others.</source>
        <translation>按下 {key} 将在 {tickets}中每组最多保留 {n} 条作示例；导出时可略去其余。</translation>
    </message>
    <message>
        <source>{key} marks {replies} in {tickets} as saying nothing; the export can leave them out.</source>
        <translation>按下 {key} 将把 {replies}标为应付语，涉及 {tickets}；导出时可略去。</translation>
    </message>
    <message>
        <source>{key} looks for duplicates among {tickets}, and asks which one stays.</source>
        <translation>按下 {key} 将在 {tickets}中找出重复的，由您选择保留哪一条。</translation>
    </message>
    <message>
        <source>{key} keeps {variants} as they are: no family of canned replies.</source>
        <translation>按下 {key} 表示 {variants}并非一组套话，各自保持原样。</translation>
    </message>
    <message>
        <source>{key} notes the wording for {replies}, and rewrites nothing.</source>
        <translation>按下 {key} 只为 {replies}记下措辞，不改写。</translation>
    </message>
</context>
<context>
    <name>EmptyDoubts</name>
    <message>
        <source>The labels are being checked. What is doubtful appears here when all of them are.</source>
        <translation>正在检查标签。全部检查完后，存疑的标签会列在这里。</translation>
    </message>
    <message>
        <source>A check compares each ticket with all the others: where its text speaks for another label than it has, it is listed here, most doubtful first, with what speaks for the other one. It changes no label by itself.</source>
        <translation>检查会把每条工单与其他所有工单比较：内容更像另一个标签的工单会列在这里，最存疑的在前，并附上依据。检查本身不会改动任何标签。</translation>
    </message>
    <message>
        <source>The check found no label for which another one is likelier.</source>
        <translation>检查没有发现更可能是另一个标签的工单。</translation>
    </message>
    <message>
        <source>All of these are decided.</source>
        <translation>这些都已决定。</translation>
    </message>
    <message>
        <source>Check the labels</source>
        <translation>检查标签</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
</context>
<context>
    <name>EmptyFamilies</name>
    <message>
        <source>The replies are being compared. The families appear here when all of them are.</source>
        <translation>正在比较回复。全部比完后，各组会显示在这里。</translation>
    </message>
    <message>
        <source>The families of this review are being put together. They appear here in a moment.</source>
        <translation>正在整理此审核库的各组回复，稍后显示在这里。</translation>
    </message>
    <message>
        <source>The replies are being read for this search. What fits it appears here in a moment.</source>
        <translation>正在为这次搜索读取回复，找到的会马上显示在这里。</translation>
    </message>
    <message>
        <source>The replies of this review have not been compared yet.</source>
        <translation>这个审核库的回复还没有比较过。</translation>
    </message>
    <message>
        <source>Compare them now</source>
        <translation>现在比较</translation>
    </message>
    <message>
        <source>No family fits this search.</source>
        <translation>没有符合搜索的组。</translation>
    </message>
    <message>
        <source>Show all families</source>
        <translation>显示全部组</translation>
    </message>
    <message>
        <source>Every family is decided.</source>
        <translation>全部组都已决定。</translation>
    </message>
    <message>
        <source>Show the decided ones</source>
        <translation>显示已决定的</translation>
    </message>
    <message>
        <source>Nothing is decided yet.</source>
        <translation>还没有决定任何一组。</translation>
    </message>
    <message>
        <source>Show the open ones</source>
        <translation>显示未决定的</translation>
    </message>
    <message>
        <source>No reply is used twice in this review. A lower likeness finds more.</source>
        <translation>这个审核库里没有用过两次的回复。降低相似度可以找到更多。</translation>
    </message>
</context>
<context>
    <name>EmptyPrivacy</name>
    <message>
        <source>Search for it</source>
        <translation>开始查找</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>All fields of all tickets are being read. What is found appears here as it comes.</source>
        <translation>正在读取所有工单的所有字段，找到的内容会随时显示在这里。</translation>
    </message>
    <message>
        <source>What still tells who a customer is has not been looked for, or not in all tickets.</source>
        <translation>尚未查找仍能识别客户的内容，或尚未查完所有工单。</translation>
    </message>
    <message>
        <source>Nothing with “{text}” was found.</source>
        <translation>未找到包含“{text}”的内容。</translation>
    </message>
    <message>
        <source>Nothing was said to be no personal data.</source>
        <translation>还没有内容被标为非个人信息。</translation>
    </message>
    <message>
        <source>Nothing of the kind “{kind}” is left.</source>
        <translation>“{kind}”这一类已经没有了。</translation>
    </message>
    <message>
        <source>Nothing is left that tells who a customer is.</source>
        <translation>没有仍能识别客户的内容了。</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Show all tickets</source>
        <translation>显示全部工单</translation>
    </message>
    <message>
        <source>No ticket fits this search and these filters.</source>
        <translation>没有工单符合这个搜索和筛选。</translation>
    </message>
    <message>
        <source>The tickets are being read. They appear here when all of them are.</source>
        <translation>正在读取工单，全部读完后会显示在这里。</translation>
    </message>
    <message>
        <source>No tickets yet. Open dataset files with Ctrl+O, or drop files or a folder here.</source>
        <translation>还没有工单。按 Ctrl+O 打开数据集文件，或者把文件或文件夹拖到这里。</translation>
    </message>
</context>
<context>
    <name>EvidenceBar</name>
    <message>
        <source>Set alike</source>
        <translation>统一标签</translation>
    </message>
    <message>
        <source>Keep as they are</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>查看工单</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Side by side</source>
        <translation>并排查看</translation>
    </message>
    <message numerus="yes">
        <source>Most say “{label}”, %Ln tickets say otherwise.</source>
        <translation>
            <numerusform>多数是“{label}”，另有 %Ln 条工单不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As many say “{label}” as another label, %Ln tickets say otherwise.</source>
        <translation>
            <numerusform>“{label}”与另一标签一样多，另有 %Ln 条工单不同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceLine</name>
    <message>
        <source>Contradicting labels</source>
        <translation>矛盾的标签</translation>
    </message>
    <message numerus="yes">
        <source>Labels contradict one another: %Ln</source>
        <translation>
            <numerusform>标签互相矛盾：%Ln 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Previous contradiction</source>
        <translation>上一处矛盾</translation>
    </message>
    <message>
        <source>Next contradiction</source>
        <translation>下一处矛盾</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>另一个标签</translation>
    </message>
    <message>
        <source>No labels contradict one another.</source>
        <translation>没有互相矛盾的标签。</translation>
    </message>
    <message>
        <source>strength {n}</source>
        <translation>证据强度 {n}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>第 {n} 处，共 {all} 处</translation>
    </message>
    <message>
        <source>For all: {label}</source>
        <translation>全部改用：{label}</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>Families</source>
        <translation>各组</translation>
    </message>
    <message>
        <source>{conflicts}, the strongest {n} are listed</source>
        <translation>{conflicts}，列出最强的 {n} 处</translation>
    </message>
    <message>
        <source>Contradicting labels</source>
        <translation>矛盾的标签</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Tickets of the labels</source>
        <translation>标签的工单</translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;JSONL – one object a line, with status, note and what was edited</source>
        <translation>&amp;JSONL：每行一个对象，带状态、备注和改过的字段</translation>
    </message>
    <message>
        <source>&amp;CSV – a table that opens in Excel</source>
        <translation>&amp;CSV：可以用 Excel 打开的表格</translation>
    </message>
    <message>
        <source>All sources &amp;in one dialect, whatever theirs is</source>
        <translation>所有来源统一写成一种写法，不论原来如何(&amp;I)</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message numerus="yes">
        <source>&amp;What the list shows: {words} (%Ln)</source>
        <translation>
            <numerusform>列表显示的(&amp;W)：{words}（%Ln 条）</numerusform>
        </translation>
    </message>
    <message>
        <source>The &amp;excluded ones too</source>
        <translation>也导出已排除的(&amp;E)</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>导出到</translation>
    </message>
    <message numerus="yes">
        <source>A&amp;ll %Ln tickets</source>
        <translation>
            <numerusform>全部 %Ln 条工单(&amp;L)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Markdown, or as each source is – changed only where you changed it</source>
        <translation>&amp;Markdown 等来源原有的形式：只有改过的地方不同</translation>
    </message>
    <message>
        <source>E&amp;xcel – a workbook in which text stays text</source>
        <translation>Excel(&amp;X)：工作簿，文字保持为文字</translation>
    </message>
    <message>
        <source>For another &amp;tool:</source>
        <translation>用于其他工具(&amp;T)：</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>套话回复</translation>
    </message>
    <message>
        <source>Write &amp;over the source files; a copy of each is kept</source>
        <translation>覆盖来源文件(&amp;O)，每个文件先留一份副本</translation>
    </message>
    <message>
        <source>With a &amp;report</source>
        <translation>附一份报告(&amp;R)</translation>
    </message>
    <message>
        <source>Beside it, as HTML and Markdown: what was changed and why, by whom, from which files.</source>
        <translation>在旁边另写 HTML 和 Markdown：改了什么、为什么、谁改的、来自哪些文件。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%Ln excluded tickets are left out.</source>
        <translation>
            <numerusform>不含 %Ln 条已排除的工单。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln excluded tickets are written too.</source>
        <translation>
            <numerusform>包括 %Ln 条已排除的工单。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets will be written.</source>
        <translation>
            <numerusform>将写出 %Ln 条工单。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no ticket to write. Choose others above.</source>
        <translation>没有可以写出的工单，请在上面另选。</translation>
    </message>
    <message>
        <source>Say where to write to.</source>
        <translation>请填写要写到哪里。</translation>
    </message>
    <message>
        <source>The source files stand there. Choose another place, or allow to write over them.</source>
        <translation>那里是来源文件。请换一个地方，或者允许覆盖它们。</translation>
    </message>
    <message>
        <source>This is a file. Several files are written: give the name of a folder.</source>
        <translation>这是一个文件。将写出多个文件：请给出文件夹的名称。</translation>
    </message>
    <message>
        <source>This is a folder. Give the name of a file.</source>
        <translation>这是一个文件夹。请填写文件名。</translation>
    </message>
    <message>
        <source>A copy of each source file is made before it is written over.</source>
        <translation>覆盖之前，每个来源文件会先留一份副本。</translation>
    </message>
    <message>
        <source>There is no folder {name} yet; it will be made.</source>
        <translation>还没有文件夹 {name}；将新建它。</translation>
    </message>
    <message>
        <source>There are files already; those of the same names will be replaced.</source>
        <translation>那里已有文件，同名的将被替换。</translation>
    </message>
    <message>
        <source>There is a file of this name; it will be replaced.</source>
        <translation>已经有这个名字的文件，它会被替换。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files there will be replaced.</source>
        <translation>
            <numerusform>那里有 %Ln 个文件会被替换。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportTarget</name>
    <message>
        <source>File or folder to write to</source>
        <translation>要写入的文件或文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>FacetDelegate</name>
    <message>
        <source>fewer</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>其余 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetModel</name>
    <message>
        <source>Delete removes this view; its tickets stay.</source>
        <translation>按 Delete 移除这个视图，其中的工单不受影响。</translation>
    </message>
</context>
<context>
    <name>FacetPanel</name>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>Unreviewed</source>
        <translation>未审核</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>在这个列表里查找</translation>
    </message>
</context>
<context>
    <name>FamiliesView</name>
    <message>
        <source>Search replies, for example cat:CDN certificate</source>
        <translation>搜索回复，例如 分类:CDN 证书</translation>
    </message>
    <message>
        <source>Open canned replies</source>
        <translation>未决定的套话</translation>
    </message>
    <message>
        <source>Decided canned replies</source>
        <translation>已决定的套话</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>套话回复</translation>
    </message>
    <message>
        <source>{families}, {order}</source>
        <translation>{families}，{order}</translation>
    </message>
    <message>
        <source>Choose a variant first: Right goes to them.</source>
        <translation>请先选一个变体：按右方向键前往。</translation>
    </message>
    <message>
        <source>Select two variants first, with V.</source>
        <translation>请先用 V 选两个变体。</translation>
    </message>
</context>
<context>
    <name>FamilyBar</name>
    <message>
        <source>Rewrite all</source>
        <translation>全部改写</translation>
    </message>
    <message>
        <source>Holding reply</source>
        <translation>应付语</translation>
    </message>
    <message>
        <source>Exclude duplicates…</source>
        <translation>排除重复…</translation>
    </message>
    <message>
        <source>Not a family</source>
        <translation>不是一组</translation>
    </message>
    <message>
        <source>Wording only</source>
        <translation>只定措辞</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>One example less</source>
        <translation>少保留一条</translation>
    </message>
    <message>
        <source>One example more</source>
        <translation>多保留一条</translation>
    </message>
    <message numerus="yes">
        <source>Rewrite %Ln variants</source>
        <translation>
            <numerusform>改写 %Ln 个变体</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln examples</source>
        <translation>
            <numerusform>保留 %Ln 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FamilyDelegate</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>新增 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{n}+ categories</source>
        <translation>{n}+ 类</translation>
    </message>
</context>
<context>
    <name>FamilyHeader</name>
    <message>
        <source>Previous family</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>Next family</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>{uses}, {variants}</source>
        <translation>{uses}，{variants}</translation>
    </message>
    <message>
        <source>farthest variant {n}</source>
        <translation>最远的变体 {n}</translation>
    </message>
    <message>
        <source>threshold {n}</source>
        <translation>阈值 {n}</translation>
    </message>
    <message>
        <source>Decided: {what}</source>
        <translation>已决定：{what}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln variants came by since</source>
        <translation>
            <numerusform>之后新增 %Ln 个变体</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposed: {what}</source>
        <translation>建议：{what}</translation>
    </message>
</context>
<context>
    <name>FamilyList</name>
    <message>
        <source>Families of canned replies</source>
        <translation>套话回复组</translation>
    </message>
</context>
<context>
    <name>FamilyModel</name>
    <message>
        <source>This family could not be read</source>
        <translation>这一组无法读取</translation>
    </message>
    <message>
        <source>proposed: {what}</source>
        <translation>建议：{what}</translation>
    </message>
</context>
<context>
    <name>FamilyPane</name>
    <message>
        <source>Only the differences</source>
        <translation>只显示不同</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>No family is shown. Choose one in the list.</source>
        <translation>没有显示任何一组。请在列表中选择。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets exported to {place}, read back and compared</source>
        <translation>
            <numerusform>已导出 %Ln 条工单到 {place}，并已读回核对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them went without a category or root cause, for which their table has no place: export as CSV, XLSX or JSONL to have it.</source>
        <translation>
            <numerusform>其中 %Ln 条未写出分类或根因，因为原表格没有位置容纳：请导出为 CSV、XLSX 或 JSONL。</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The backup is back. What was there before is a backup now.</source>
        <translation>备份已恢复。之前的样子现在也是一份备份。</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
</context>
<context>
    <name>FrameTimes</name>
    <message>
        <source>Times of frames</source>
        <translation>帧时间</translation>
    </message>
    <message>
        <source>frame {last}  median {median}  p99 {most} ms
longest gap {gap} ms in {seconds:g} s</source>
        <translation>帧 {last}  中位 {median}  p99 {most} 毫秒
最长停顿 {gap} 毫秒（{seconds:g} 秒内）</translation>
    </message>
</context>
<context>
    <name>GroupBar</name>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一个</translation>
    </message>
    <message>
        <source>Write a label</source>
        <translation>写标签</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>It says something</source>
        <translation>它有含义</translation>
    </message>
    <message>
        <source>{key} lets you write another label for all of them.</source>
        <translation>{key} 为它们写下另一个标签。</translation>
    </message>
    <message>
        <source>One step to undo.</source>
        <translation>可一步撤销。</translation>
    </message>
    <message>
        <source>{key} remembers that “{label}” is none of the others.</source>
        <translation>{key} 记住“{label}”与其他标签不同。</translation>
    </message>
    <message>
        <source>{key} remembers that these {labels} are not the same; they are not grouped again.</source>
        <translation>{key} 记住这 {labels}并非同一个，不再归为一组。</translation>
    </message>
    <message>
        <source>{key} remembers that “{label}” says something.</source>
        <translation>{key} 记住“{label}”有含义。</translation>
    </message>
    <message>
        <source>“{label}” is left out: it is not replaced.</source>
        <translation>“{label}”已排除：不会被替换。</translation>
    </message>
    <message>
        <source>{key} lets you write what all tickets with “{label}” get instead.</source>
        <translation>{key} 写下带有“{label}”的所有工单改用的标签。</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Groups of labels that are probably one</source>
        <translation>可能是同一个的标签组</translation>
    </message>
</context>
<context>
    <name>GroupPane</name>
    <message>
        <source>Previous group</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>A new label: “{text}”</source>
        <translation>新标签：“{text}”</translation>
    </message>
    <message>
        <source>Label to merge into</source>
        <translation>合并成的标签</translation>
    </message>
    <message>
        <source>In place of {labels}</source>
        <translation>替换{labels}</translation>
    </message>
    <message>
        <source>In place of “{label}”</source>
        <translation>替换“{label}”</translation>
    </message>
    <message>
        <source>To be replaced</source>
        <translation>需要替换</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>合并成</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>第 {n} 项，共 {all} 项</translation>
    </message>
    <message>
        <source>Looking for labels that are probably one…</source>
        <translation>正在查找可能是同一个的标签…</translation>
    </message>
    <message>
        <source>No group has a label with “{text}”.</source>
        <translation>没有哪一组的标签含有“{text}”。</translation>
    </message>
    <message>
        <source>No two labels are probably one, and all say something.</source>
        <translation>没有可能重复的标签，且所有标签都有含义。</translation>
    </message>
    <message>
        <source>On a label: {take} all become this one, {out} leave it out, {apart} it is none of the others</source>
        <translation>对单个标签：{take} 全部合并成它，{out} 排除它，{apart} 它与其他标签不同</translation>
    </message>
    <message>
        <source>On a label: {out} leave it out.  {all} lets you replace all that are not left out</source>
        <translation>对单个标签：{out} 排除它。  {all} 替换所有未排除的标签</translation>
    </message>
    <message>
        <source>Tickets with “{label}”</source>
        <translation>带有“{label}”的工单</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>{groups} are merged: {labels} become others, each the most used one of its group.</source>
        <translation>将合并 {groups}：{labels} 会改为各组中最常用的标签。</translation>
    </message>
    <message>
        <source>One undo takes it back.</source>
        <translation>撤销一次即可还原。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Previous ticket</source>
        <translation>上一条工单</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>下一条工单</translation>
    </message>
    <message>
        <source>Edit title and texts</source>
        <translation>修改标题和正文</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>（没有标题）</translation>
    </message>
    <message>
        <source>Unreviewed</source>
        <translation>未审核</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file} 第 {line} 行</translation>
    </message>
    <message>
        <source>no longer in its source</source>
        <translation>来源里已经没有</translation>
    </message>
    <message>
        <source>{n} edits</source>
        <translation>{n} 处修改</translation>
    </message>
    <message>
        <source>1 edit</source>
        <translation>1 处修改</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>套话回复</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>Headings</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Directly</source>
        <translation>直属</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Nothing was changed in this ticket yet.</source>
        <translation>这条工单还没有修改过。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Take back: {field}, {when}</source>
        <translation>还原：{field}，{when}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Actions and their keys</source>
        <translation>动作和快捷键</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找动作或快捷键</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新的快捷键</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不用快捷键</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Likely category</source>
        <translation>可能的分类</translation>
    </message>
    <message>
        <source>Label for all</source>
        <translation>全部改用标签</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>其他标签</translation>
    </message>
    <message>
        <source>Keys of single letters work in lists, not while you type in a field.</source>
        <translation>单个字母的快捷键在列表里有效，在输入框里打字时无效。</translation>
    </message>
    <message>
        <source>Press the new key of “{action}”, or two one after the other. Esc: leave it.</source>
        <translation>请按“{action}”的新快捷键，也可以先后按两个。Esc：不改。</translation>
    </message>
</context>
<context>
    <name>LabelCheck</name>
    <message>
        <source>Check labels</source>
        <translation>检查标签</translation>
    </message>
    <message numerus="yes">
        <source>The labels of %Ln tickets are checked.</source>
        <translation>
            <numerusform>已检查 %Ln 条工单的标签。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelDelegate</name>
    <message>
        <source>stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>is replaced</source>
        <translation>将被替换</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已排除</translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message>
        <source>Labels of the group</source>
        <translation>这组的标签</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Same problem</source>
        <translation>同一问题</translation>
    </message>
    <message>
        <source>Same reply</source>
        <translation>同一回复</translation>
    </message>
    <message>
        <source>Same problem, other category</source>
        <translation>同一问题，分类不同</translation>
    </message>
    <message>
        <source>Same problem, other root cause</source>
        <translation>同一问题，根本原因不同</translation>
    </message>
    <message>
        <source>Same reply, other category</source>
        <translation>同一回复，分类不同</translation>
    </message>
    <message>
        <source>Same reply, other root cause</source>
        <translation>同一回复，根本原因不同</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>{key} gives {tickets} the category “{label}”; one step to undo.</source>
        <translation>按下 {key} 将 {tickets}的分类改为“{label}”；一步撤销。</translation>
    </message>
    <message>
        <source>{key} gives {tickets} the root cause “{label}”; one step to undo.</source>
        <translation>按下 {key} 将 {tickets}的根本原因改为“{label}”；一步撤销。</translation>
    </message>
    <message>
        <source>{key} keeps the labels of {tickets}; it is not shown again until another label comes.</source>
        <translation>按下 {key} 保留 {tickets}的标签；出现新的标签之前不再显示。</translation>
    </message>
</context>
<context>
    <name>LabelsHead</name>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Taxonomy</source>
        <translation>分类体系</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Root causes</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按来源</translation>
    </message>
    <message>
        <source>By root cause</source>
        <translation>按根本原因</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Root causes</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>same but for the spelling</source>
        <translation>仅写法不同</translation>
    </message>
    <message>
        <source>same but for filling words</source>
        <translation>仅填充词不同</translation>
    </message>
    <message>
        <source>same but for advice</source>
        <translation>仅建议部分不同</translation>
    </message>
    <message>
        <source>same meaning</source>
        <translation>含义相同</translation>
    </message>
    <message>
        <source>same words, other order</source>
        <translation>用词相同，顺序不同</translation>
    </message>
    <message>
        <source>nearly the same</source>
        <translation>几乎相同</translation>
    </message>
    <message>
        <source>nearly the same, with alike tickets</source>
        <translation>几乎相同，且工单相似</translation>
    </message>
    <message>
        <source>say nothing</source>
        <translation>没有含义</translation>
    </message>
    <message>
        <source>{files} and {n} more</source>
        <translation>{files} 等另外 {n} 个文件</translation>
    </message>
    <message>
        <source>{key} gives {tickets} in {files} the label “{label}”.</source>
        <translation>{key} 将 {files} 中的 {tickets}改为标签“{label}”。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>more than chance would have it</source>
        <translation>比偶然应有的多</translation>
    </message>
    <message>
        <source>fewer than chance would have it</source>
        <translation>比偶然应有的少</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Order of the list</source>
        <translation>列表的顺序</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>file order</source>
        <translation>按文件顺序</translation>
    </message>
    <message>
        <source>best match</source>
        <translation>按最相关</translation>
    </message>
    <message>
        <source>last edited</source>
        <translation>按最近修改</translation>
    </message>
    <message>
        <source>title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>category</source>
        <translation>按分类</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>按回复数</translation>
    </message>
    <message>
        <source>length</source>
        <translation>按长度</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>倒序</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>%Ln 条工单</numerusform>
        </translation>
    </message>
    <message>
        <source>sorting…</source>
        <translation>排序中…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tickets and reviews ({kinds});;All files (*)</source>
        <translation>工单和审核库 ({kinds});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Read a taxonomy</source>
        <translation>读取分类体系</translation>
    </message>
    <message>
        <source>Save the taxonomy</source>
        <translation>保存分类体系</translation>
    </message>
    <message>
        <source>Recipes (*.json);;All files (*)</source>
        <translation>配方 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Which recipe is to be applied?</source>
        <translation>套用哪个配方？</translation>
    </message>
    <message>
        <source>Tickets (*.md *.markdown *.txt *.jsonl);;All files (*)</source>
        <translation>工单 (*.md *.markdown *.txt *.jsonl);;所有文件 (*)</translation>
    </message>
    <message>
        <source>To which files?</source>
        <translation>套用到哪些文件？</translation>
    </message>
    <message>
        <source>Texts (*.txt);;All files (*)</source>
        <translation>文本 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Into which folder is it exported?</source>
        <translation>导出到哪个文件夹？</translation>
    </message>
    <message>
        <source>Taxonomies (*.json);;All files (*)</source>
        <translation>分类体系 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Stopped. Nothing half done was kept.</source>
        <translation>已停止，没有留下做了一半的内容。</translation>
    </message>
</context>
<context>
    <name>MeaningCard</name>
    <message>
        <source>Describe</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>查看工单</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>An example: what a ticket of it is about</source>
        <translation>示例：这类工单会说些什么</translation>
    </message>
    <message>
        <source>Take the example ticket</source>
        <translation>采用示例工单</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>The definition: which tickets belong here, and which do not</source>
        <translation>定义：哪些工单属于这里，哪些不属于</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Nobody has said yet what it means.</source>
        <translation>尚无人说明其含义。</translation>
    </message>
    <message>
        <source>Example: {text}</source>
        <translation>示例：{text}</translation>
    </message>
    <message>
        <source>Enter takes it, Shift+Enter begins a line, Esc leaves it. No ticket changes.</source>
        <translation>Enter 保存，Shift+Enter 换行，Esc 放弃。工单不会改变。</translation>
    </message>
</context>
<context>
    <name>Meanings</name>
    <message>
        <source>Example: {text}</source>
        <translation>示例：{text}</translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message>
        <source>The review is damaged. Check all of it, and repair what can be.</source>
        <translation>审核库有损坏。请全面检查并修复。</translation>
    </message>
    <message>
        <source>Damaged: check and repair</source>
        <translation>有损坏：检查并修复</translation>
    </message>
    <message>
        <source>It could not be done</source>
        <translation>没能完成</translation>
    </message>
    <message>
        <source>Everything is compared: the file with itself, tickets with their sources, values with the log.</source>
        <translation>逐项比对：文件本身、工单与来源、现值与日志。</translation>
    </message>
    <message>
        <source>Check the review</source>
        <translation>检查审核库</translation>
    </message>
    <message>
        <source>Checking the review</source>
        <translation>正在检查审核库</translation>
    </message>
    <message>
        <source>All of it is as it should be: {tickets} of {sources}, their history, and the search.</source>
        <translation>全部正常：{sources}中的 {tickets}、它们的历史和搜索索引。</translation>
    </message>
    <message>
        <source>The review is sound</source>
        <translation>审核库完好</translation>
    </message>
    <message numerus="yes">
        <source>%Ln things are wrong</source>
        <translation>
            <numerusform>%Ln 处有问题</numerusform>
        </translation>
    </message>
    <message>
        <source>The review is open to be read only, so it cannot be repaired here.</source>
        <translation>审核库以只读方式打开，不能在这里修复。</translation>
    </message>
    <message>
        <source>Repairing copies the review first, then makes right what can be.</source>
        <translation>修复会先备份审核库，再改正能改正的。</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>A copy of the review is made first. Where you cancel, the review stays as it was.</source>
        <translation>会先备份审核库。如果取消，审核库保持原样。</translation>
    </message>
    <message>
        <source>Repair the review</source>
        <translation>修复审核库</translation>
    </message>
    <message>
        <source>Repairing the review</source>
        <translation>正在修复审核库</translation>
    </message>
    <message>
        <source>The review is sound again</source>
        <translation>审核库已恢复完好</translation>
    </message>
    <message>
        <source>This was done:</source>
        <translation>做了这些：</translation>
    </message>
    <message numerus="yes">
        <source>%Ln things are still wrong. A new review of all that can be read may be better.</source>
        <translation>
            <numerusform>仍有 %Ln 处有问题。用还能读出的内容建一个新审核库可能更好。</numerusform>
        </translation>
    </message>
    <message>
        <source>Recover what can be read…</source>
        <translation>抢救还能读出的内容…</translation>
    </message>
    <message>
        <source>Not all could be repaired</source>
        <translation>没能全部修复</translation>
    </message>
    <message>
        <source>A new review is written beside {file}, which is not touched.</source>
        <translation>新审核库写在 {file} 旁边，原文件不会被改动。</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>抢救</translation>
    </message>
    <message>
        <source>Reading what can be read</source>
        <translation>正在读出还能读的内容</translation>
    </message>
    <message>
        <source>{tickets} of {sources} and {actions} of the log are in {file}, which is open now.</source>
        <translation>{sources}中的 {tickets}和日志里的 {actions}已写入 {file}，现已打开。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln actions</source>
        <translation>
            <numerusform>%Ln 个操作</numerusform>
        </translation>
    </message>
    <message>
        <source>A new review was made</source>
        <translation>已建立新审核库</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The backup is back. What was there before is kept beside the backups.</source>
        <translation>备份已恢复。原来的内容保存在备份旁边。</translation>
    </message>
</context>
<context>
    <name>MendingSheet</name>
    <message>
        <source>Check and repair</source>
        <translation>检查并修复</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What was found or done</source>
        <translation>发现或完成的事项</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>……还有 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>NarrowField</name>
    <message>
        <source>Empty the field</source>
        <translation>清空输入框</translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>Near families</source>
        <translation>相近的组</translation>
    </message>
    <message>
        <source>Near family: {text}</source>
        <translation>相近的组：{text}</translation>
    </message>
</context>
<context>
    <name>NotePage</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>A note on this ticket</source>
        <translation>这条工单的备注</translation>
    </message>
    <message>
        <source>Saved when you leave it: with Esc, with Ctrl+Enter, or for another ticket.</source>
        <translation>离开时保存：按 Esc、按 Ctrl+Enter，或换到另一条工单。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>All right</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>Noticer</name>
    <message>
        <source>Look at the files</source>
        <translation>检查文件</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Another label</source>
        <translation>其他标签</translation>
    </message>
    <message>
        <source>Another label: {label}</source>
        <translation>其他标签：{label}</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Another label</source>
        <translation>其他标签</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Existing values</source>
        <translation>已有的值</translation>
    </message>
</context>
<context>
    <name>OtherFormats</name>
    <message>
        <source>Format of another tool</source>
        <translation>其他工具的格式</translation>
    </message>
    <message>
        <source>Hugging Face folder, JSONL</source>
        <translation>Hugging Face 文件夹，JSONL</translation>
    </message>
    <message>
        <source>Hugging Face folder, Parquet</source>
        <translation>Hugging Face 文件夹，Parquet</translation>
    </message>
    <message>
        <source>Label Studio, labels as predictions</source>
        <translation>Label Studio，标签作为预测</translation>
    </message>
</context>
<context>
    <name>OwnField</name>
    <message>
        <source>Ctrl+Enter keeps it, Esc leaves it. A line --- stands between two replies.</source>
        <translation>Ctrl+Enter 保留，Esc 放弃。两条回复之间以一行 --- 分隔。</translation>
    </message>
    <message>
        <source>The field, to be written anew</source>
        <translation>要重写的字段</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>没有叫这个名字的。</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Places, each with its surroundings</source>
        <translation>各处及其上下文</translation>
    </message>
</context>
<context>
    <name>PlaceQuestion</name>
    <message>
        <source>Into this review, or another?</source>
        <translation>放入这个审核库，还是另一个？</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln files or folders to the review “{review}”, or begin another review?</source>
        <translation>
            <numerusform>将 %Ln 个文件或文件夹加入审核库“{review}”，还是另建一个审核库？</numerusform>
        </translation>
    </message>
    <message>
        <source>Add this file or folder to the review “{review}”, or begin another review?</source>
        <translation>将这个文件或文件夹加入审核库“{review}”，还是另建一个审核库？</translation>
    </message>
    <message>
        <source>Add to this review</source>
        <translation>加入这个审核库</translation>
    </message>
    <message>
        <source>Begin a review</source>
        <translation>新建审核库</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>This ticket was changed meanwhile</source>
        <translation>此工单期间已被修改</translation>
    </message>
    <message>
        <source>within a house</source>
        <translation>内网</translation>
    </message>
    <message>
        <source>of manuals</source>
        <translation>文档示例</translation>
    </message>
    <message>
        <source>for all the world</source>
        <translation>公共</translation>
    </message>
    <message>
        <source>of the vendor</source>
        <translation>厂商</translation>
    </message>
</context>
<context>
    <name>PrivacyBar</name>
    <message>
        <source>Mask all</source>
        <translation>全部脱敏</translation>
    </message>
    <message>
        <source>This place</source>
        <translation>仅这一处</translation>
    </message>
    <message>
        <source>All of the kind</source>
        <translation>同类全部</translation>
    </message>
    <message>
        <source>No personal data</source>
        <translation>非个人信息</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>显示工单</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>It is personal data after all</source>
        <translation>恢复为个人信息</translation>
    </message>
    <message>
        <source>{key} searches for it again from now on.</source>
        <translation>{key} 此后重新列出它。</translation>
    </message>
    <message>
        <source>{key} remembers that “{value}” is no personal data; {n} are not listed any more.</source>
        <translation>{key} 记住“{value}”不是个人信息，{n}不再列出。</translation>
    </message>
    <message>
        <source>{key} masks this place alone, “{value}”.</source>
        <translation>{key} 只脱敏这一处“{value}”。</translation>
    </message>
    <message>
        <source>{key} masks all of the kind “{kind}”: {places} in {tickets}, after asking.</source>
        <translation>{key} 经确认后脱敏“{kind}”的全部：{tickets}中的 {places}。</translation>
    </message>
    <message>
        <source>{key} masks {places} in {tickets}. One step to undo.</source>
        <translation>{key} 脱敏 {tickets}中的 {places}。一步即可撤销。</translation>
    </message>
    <message>
        <source>{key} masks {places} in {tickets} as {masks}. One step to undo.</source>
        <translation>{key} 将 {tickets}中的 {places}脱敏为 {masks}。一步即可撤销。</translation>
    </message>
</context>
<context>
    <name>PrivacyHead</name>
    <message>
        <source>Kinds</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>No personal data</source>
        <translation>非个人信息</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>脱敏标记</translation>
    </message>
    <message>
        <source>Pseudonyms</source>
        <translation>化名</translation>
    </message>
    <message>
        <source>Searching: {tickets} read</source>
        <translation>正在查找：已读{tickets}</translation>
    </message>
    <message>
        <source>Not all tickets were read. {key} searches again.</source>
        <translation>尚未读完所有工单。按 {key} 重新查找。</translation>
    </message>
</context>
<context>
    <name>PrivacyHost</name>
    <message>
        <source>The ticket of the place</source>
        <translation>该处所在的工单</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Values with this text</source>
        <translation>包含此文字的内容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Only {kind}</source>
        <translation>只看{kind}</translation>
    </message>
    <message>
        <source>kinds</source>
        <translation>种类型</translation>
    </message>
    <message>
        <source>values</source>
        <translation>项内容</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>条工单</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
</context>
<context>
    <name>PrivacyPane</name>
    <message>
        <source>The one before</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>第 {n} 项，共 {all} 项</translation>
    </message>
</context>
<context>
    <name>PrivacySearch</name>
    <message>
        <source>Search for personal data</source>
        <translation>查找个人信息</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>{file} cannot be written: {reason}. Choose another place.</source>
        <translation>无法写入 {file}：{reason}。请另选位置。</translation>
    </message>
    <message>
        <source>The report is in {file}.</source>
        <translation>报告已存入 {file}。</translation>
    </message>
</context>
<context>
    <name>ProblemSheet</name>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>This is what the developers need besides your own words: versions, the review in numbers, and the end of the log. No text of a ticket and no name of a file is in it. Read it through, then copy or save it and send it where you report problems. Winnow itself sends nothing.</source>
        <translation>除了您自己的描述，开发者还需要这些：各部分的版本、审核库的各项数字、日志的末尾（用英文写给开发者）。其中没有工单的文字，也没有文件名。请先通读，再复制或保存，发到您报告问题的地方。Winnow 自己不发送任何东西。</translation>
    </message>
    <message>
        <source>Report for the developers</source>
        <translation>给开发者的报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The report is copied.</source>
        <translation>报告已复制。</translation>
    </message>
</context>
<context>
    <name>ProblemsSheet</name>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>These could not be done; all the rest was.</source>
        <translation>下面这些没能完成，其余的都已完成。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change {tickets}?</source>
        <translation>修改 {tickets}？</translation>
    </message>
    <message>
        <source>The action is for {tickets}. One undo takes it back.</source>
        <translation>这个操作用于 {tickets}，撤销一次即可还原。</translation>
    </message>
    <message>
        <source>Change {tickets}</source>
        <translation>修改 {tickets}</translation>
    </message>
    <message>
        <source>New: {labels} ({names})</source>
        <translation>新增：{labels}（{names}）</translation>
    </message>
    <message>
        <source>Said otherwise, definition, example or retired: {labels} ({names})</source>
        <translation>说法不同（定义、示例或停用）：{labels}（{names}）</translation>
    </message>
    <message>
        <source>The same already: {n}</source>
        <translation>已经一致：{n}</translation>
    </message>
    <message>
        <source>Not in the file, and kept: {n}</source>
        <translation>文件中没有而保留：{n}</translation>
    </message>
    <message>
        <source>No ticket changes. One undo takes it back.</source>
        <translation>工单不会改变。撤销一次即可恢复。</translation>
    </message>
    <message>
        <source>Take in the taxonomy of {file}?</source>
        <translation>采用 {file} 的分类体系？</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>{places} of {values} in {tickets} get a mask.</source>
        <translation>{tickets}中 {values}的 {places}将被脱敏。</translation>
    </message>
    <message>
        <source>All of the kind “{kind}”:</source>
        <translation>“{kind}”的全部：</translation>
    </message>
    <message>
        <source>Masks have numbers: the same value gets the same one.</source>
        <translation>脱敏标记带编号：相同的内容得到相同的编号。</translation>
    </message>
    <message>
        <source>One undo takes it back.</source>
        <translation>一次撤销即可恢复。</translation>
    </message>
    <message>
        <source>Mask {places}?</source>
        <translation>脱敏 {places}？</translation>
    </message>
    <message>
        <source>Mask {places}</source>
        <translation>脱敏 {places}</translation>
    </message>
</context>
<context>
    <name>RecipeSheet</name>
    <message>
        <source>Save a recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>It would export {tickets} of this review as it is.</source>
        <translation>现在套用会从这个审核库导出 {tickets}。</translation>
    </message>
    <message>
        <source>A source file stands there. Choose another place.</source>
        <translation>那里是一个来源文件。请另选位置。</translation>
    </message>
    <message>
        <source>This is a folder. Give the name of a file.</source>
        <translation>这是文件夹。请给出文件名。</translation>
    </message>
    <message>
        <source>There is a file of this name; it will be replaced.</source>
        <translation>已有同名文件，会被替换。</translation>
    </message>
    <message>
        <source>The recipe holds what was decided and these answers, and no text of any ticket.</source>
        <translation>配方里是作过的决定和以上选择，不含任何工单的文字。</translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>The recipe is in {file}.</source>
        <translation>配方已写入 {file}。</translation>
    </message>
    <message numerus="yes">
        <source>Edits of %Ln tickets are not in it: they would need their text.</source>
        <translation>
            <numerusform>对 %Ln 条工单的修改不在其中：那需要工单的文字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply a recipe</source>
        <translation>套用配方</translation>
    </message>
    <message numerus="yes">
        <source>The recipe was applied: %Ln tickets exported</source>
        <translation>
            <numerusform>配方已套用：导出了 %Ln 条工单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Replies</name>
    <message>
        <source>equal</source>
        <translation>等同</translation>
    </message>
    <message>
        <source>near</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>order</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>脱敏</translation>
    </message>
    <message>
        <source>one wording</source>
        <translation>统一措辞</translation>
    </message>
    <message>
        <source>holding reply</source>
        <translation>应付语</translation>
    </message>
    <message>
        <source>not a family</source>
        <translation>不是一组</translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message>
        <source>Something in Winnow went wrong</source>
        <translation>Winnow 出错了</translation>
    </message>
    <message>
        <source>This is a mistake of the program, not of yours. Your review is whole: everything you had done is saved. You can go on; if it happens again, start Winnow anew.</source>
        <translation>这是程序的错误，不是您的错误。审核库完好：您做过的一切都已保存。可以继续；如果再次发生，请重新启动 Winnow。</translation>
    </message>
    <message>
        <source>Report for the developers</source>
        <translation>给开发者的报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>%n more errors came since.</source>
        <translation>
            <numerusform>之后又有 %n 个错误。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Nothing to remark on in this file.</source>
        <translation>这个文件没有需要说明的地方。</translation>
    </message>
    <message>
        <source>{read}; the file states no number.</source>
        <translation>{read}；文件没有写明数量。</translation>
    </message>
    <message>
        <source>{read}, as many as the file states.</source>
        <translation>{read}，与文件写明的相同。</translation>
    </message>
    <message>
        <source>{read}; the file states {declared}.</source>
        <translation>{read}；文件写明的是 {declared} 条。</translation>
    </message>
    <message>
        <source>Show its tickets</source>
        <translation>显示它的工单</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets read</source>
        <translation>
            <numerusform>读到 %Ln 条工单</numerusform>
        </translation>
    </message>
    <message>
        <source>An earlier batch: other tickets were read from the same file since.</source>
        <translation>较早的一批：之后又从同一个文件读取了别的工单。</translation>
    </message>
    <message>
        <source>Compare with the file</source>
        <translation>与文件对比</translation>
    </message>
    <message>
        <source>The file has changed on disk since it was read. Nothing was taken in yet.</source>
        <translation>文件自读取后在磁盘上已更改，尚未导入。</translation>
    </message>
    <message>
        <source>The file is empty now. What was read of it stays until you take that in.</source>
        <translation>文件现在是空的。已读取的内容保留，直到您导入此更改。</translation>
    </message>
    <message>
        <source>The file is not there any more. What was read of it stays.</source>
        <translation>文件已不存在，已读取的内容保留。</translation>
    </message>
    <message>
        <source>The file cannot be read. What was read of it stays.</source>
        <translation>文件无法读取，已读取的内容保留。</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more of this kind</source>
        <translation>
            <numerusform>以及另外 %Ln 处同样的</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show these %Ln tickets</source>
        <translation>
            <numerusform>显示这 %Ln 条工单</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}: {finding}</source>
        <translation>第 {line} 行：{finding}</translation>
    </message>
    <message>
        <source>This heading means…</source>
        <translation>这个标题的意思是…</translation>
    </message>
    <message>
        <source>Say what the heading {heading} means</source>
        <translation>说明标题“{heading}”的意思</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Another field</source>
        <translation>另一个字段</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>when it was opened</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入之前</translation>
    </message>
    <message>
        <source>before a newer version changed the file</source>
        <translation>新版本改动文件之前</translation>
    </message>
    <message>
        <source>before a backup was restored</source>
        <translation>恢复备份之前</translation>
    </message>
    <message>
        <source>before it was repaired</source>
        <translation>修复之前</translation>
    </message>
    <message>
        <source>when you asked for it</source>
        <translation>手动备份</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The review becomes what it was then. As it is now it is kept as a backup first, so that you can come back.</source>
        <translation>审核库会变回那时的样子。现在的样子会先备份，以后还可以回来。</translation>
    </message>
    <message>
        <source>There is no backup of this review yet.</source>
        <translation>这个审核库还没有备份。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReviewButton</name>
    <message>
        <source>Review {name}</source>
        <translation>审核库 {name}</translation>
    </message>
</context>
<context>
    <name>Scanner</name>
    <message>
        <source>Compare replies</source>
        <translation>比较回复</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search, for example cat:CDN certificate</source>
        <translation>搜索，例如 分类:CDN 证书</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>An action on many tickets is not done yet. Wait for its end, or cancel it at the foot of the window.</source>
        <translation>对大量工单的操作还没有完成。请等它结束，或在窗口底部取消它。</translation>
    </message>
    <message>
        <source>Everything is saved already: each action is on the disk when you see it.</source>
        <translation>一切都已保存：屏幕上看到的操作已经在磁盘上了。</translation>
    </message>
    <message>
        <source>A copy of the review was made: {file}</source>
        <translation>已备份审核库：{file}</translation>
    </message>
    <message>
        <source>Nothing unreviewed in this list.</source>
        <translation>这个列表里没有未审核的了。</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>Your name stands in the log beside each edit.</source>
        <translation>日志里每处修改旁边都写着您的名字。</translation>
    </message>
    <message>
        <source>Check labels after an import</source>
        <translation>导入后检查标签</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>快捷键…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Saved view</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>Recent review</source>
        <translation>最近的审核库</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file} 第 {line} 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln 条回复</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no ticket without a label for which a check knows a likely one.</source>
        <translation>没有缺少标签、而检查又能给出可能标签的工单。</translation>
    </message>
    <message>
        <source>No Chinese font is installed</source>
        <translation>没有安装中文字体</translation>
    </message>
    <message>
        <source>Chinese text will be boxes. On Debian and Ubuntu, type:
{line}
Then start Winnow again.</source>
        <translation>中文会显示成方框。在 Debian 或 Ubuntu 上请输入：
{line}
然后重新启动 Winnow。</translation>
    </message>
</context>
<context>
    <name>SideBars</name>
    <message>
        <source>no category</source>
        <translation>无分类</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Root causes</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Categories and root causes</source>
        <translation>分类和根本原因</translation>
    </message>
</context>
<context>
    <name>Similar</name>
    <message>
        <source>Similar tickets</source>
        <translation>相似工单</translation>
    </message>
</context>
<context>
    <name>SlimBar</name>
    <message>
        <source>Scroll</source>
        <translation>滚动</translation>
    </message>
</context>
<context>
    <name>SlotLines</name>
    <message>
        <source>Slots</source>
        <translation>插槽</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>{value} {n}×</source>
        <translation>{value} {n} 次</translation>
    </message>
</context>
<context>
    <name>SourceDelegate</name>
    <message numerus="yes">
        <source>%Ln findings</source>
        <translation>
            <numerusform>%Ln 处发现</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>%Ln 条工单</numerusform>
        </translation>
    </message>
    <message>
        <source>{tickets}, {declared} declared</source>
        <translation>{tickets}，文件写明 {declared} 条</translation>
    </message>
</context>
<context>
    <name>SourceLine</name>
    <message>
        <source>Source, title:</source>
        <translation>来源的标题：</translation>
    </message>
    <message>
        <source>Source, category:</source>
        <translation>来源的分类：</translation>
    </message>
    <message>
        <source>Source, root cause:</source>
        <translation>来源的根本原因：</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>changed on disk</source>
        <translation>磁盘上已更改</translation>
    </message>
    <message>
        <source>empty now</source>
        <translation>现在为空</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>SourcesHost</name>
    <message>
        <source>{file} is as it was read.</source>
        <translation>{file} 与读取时一致。</translation>
    </message>
</context>
<context>
    <name>SourcesPage</name>
    <message>
        <source>Report of the file</source>
        <translation>文件的报告</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>SplitChoice</name>
    <message>
        <source>Part into s&amp;plits</source>
        <translation>划分数据集(&amp;P)</translation>
    </message>
    <message>
        <source>Near-duplicates stay on one side, and each split has its share of every category.</source>
        <translation>近似重复的工单留在同一份，每一份都按比例含有各个分类。</translation>
    </message>
    <message>
        <source>Shares of the splits</source>
        <translation>各份的比例</translation>
    </message>
</context>
<context>
    <name>Spread</name>
    <message>
        <source>no category</source>
        <translation>无分类</translation>
    </message>
    <message>
        <source>{tickets}, {expected} would be expected ({residual})</source>
        <translation>{tickets}，预期 {expected} 条（{residual}）</translation>
    </message>
</context>
<context>
    <name>SpreadMap</name>
    <message>
        <source>Categories by sources or root causes</source>
        <translation>分类按来源或根本原因的分布</translation>
    </message>
</context>
<context>
    <name>SpreadMode</name>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>No ticket has a label of this kind.</source>
        <translation>没有工单带有这类标签。</translation>
    </message>
    <message>
        <source>Categories by source</source>
        <translation>分类按来源</translation>
    </message>
    <message>
        <source>Categories by root cause</source>
        <translation>分类按根本原因</translation>
    </message>
</context>
<context>
    <name>SpreadPane</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Next striking</source>
        <translation>下一个显著的</translation>
    </message>
    <message>
        <source>Most different first</source>
        <translation>差异最大的在前</translation>
    </message>
    <message>
        <source>In the order of import</source>
        <translation>按导入顺序</translation>
    </message>
    <message>
        <source>Most tickets first</source>
        <translation>工单最多的在前</translation>
    </message>
    <message>
        <source>The row differs from the others by {n}; by chance it would by {chance}.</source>
        <translation>这一行与其他行的差异为 {n}；偶然情况下为 {chance}。</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Files that changed on disk</source>
        <translation>磁盘上已更改的文件</translation>
    </message>
    <message>
        <source>Damage was found</source>
        <translation>发现损坏</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>{reviewed} of {total} reviewed</source>
        <translation>已审核 {reviewed} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>%Ln 条工单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Surprises</name>
    <message>
        <source>More than others</source>
        <translation>比其他多</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>比其他少</translation>
    </message>
    <message>
        <source>Where the row differs</source>
        <translation>这一行的差异所在</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>相似工单</translation>
    </message>
    <message>
        <source>Canned</source>
        <translation>套话</translation>
    </message>
    <message>
        <source>Show the tabs</source>
        <translation>展开标签页</translation>
    </message>
    <message>
        <source>Fold the tabs away</source>
        <translation>收起标签页</translation>
    </message>
</context>
<context>
    <name>Taker</name>
    <message>
        <source>Take a source in</source>
        <translation>导入来源</translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>{name} stopped unexpectedly. Nothing half done was kept. {detail}</source>
        <translation>{name}意外停止。没有留下做了一半的内容。{detail}</translation>
    </message>
    <message>
        <source>{name} could not be started: {detail}</source>
        <translation>{name}无法启动：{detail}</translation>
    </message>
</context>
<context>
    <name>TaxonomyBar</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>纳入</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>{tickets}, with all below it</source>
        <translation>{tickets}，含下级</translation>
    </message>
    <message>
        <source>{key} asks for another name ({tickets}); nothing changes before Enter.</source>
        <translation>{key} 输入新名称（{tickets}）；按 Enter 之前不会改变任何内容。</translation>
    </message>
    <message>
        <source>{key} asks for the label to merge it into ({tickets}); nothing changes before Enter.</source>
        <translation>{key} 选择要并入的标签（{tickets}）；按 Enter 之前不会改变任何内容。</translation>
    </message>
    <message>
        <source>{key} asks for the category to move it under ({tickets}); nothing changes before Enter.</source>
        <translation>{key} 选择上级分类（{tickets}）；按 Enter 之前不会改变任何内容。</translation>
    </message>
    <message>
        <source>{key} asks which of {tickets} get another label; nothing changes before Enter.</source>
        <translation>{key} 在 {tickets}中选出要换标签的；按 Enter 之前不会改变任何内容。</translation>
    </message>
    <message>
        <source>{key} brings it back into use ({tickets}); nothing changes before Enter.</source>
        <translation>{key} 恢复使用（{tickets}）；按 Enter 之前不会改变任何内容。</translation>
    </message>
    <message>
        <source>{key} retires it ({tickets}); nothing changes before Enter.</source>
        <translation>{key} 停用（{tickets}）；按 Enter 之前不会改变任何内容。</translation>
    </message>
    <message>
        <source>{key} takes it into the taxonomy ({tickets}); no ticket changes.</source>
        <translation>{key} 纳入分类体系（{tickets}）；工单不会改变。</translation>
    </message>
    <message>
        <source>{key} takes it out of the taxonomy ({tickets}); nothing changes before Enter.</source>
        <translation>{key} 移出分类体系（{tickets}）；按 Enter 之前不会改变任何内容。</translation>
    </message>
</context>
<context>
    <name>TaxonomyFiles</name>
    <message numerus="yes">
        <source>%Ln labels are in {file}</source>
        <translation>
            <numerusform>{file} 中有 %Ln 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} says what the review says already.</source>
        <translation>{file} 的内容与审核库一致。</translation>
    </message>
</context>
<context>
    <name>TaxonomyFoot</name>
    <message>
        <source>Take all in</source>
        <translation>全部纳入</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Read…</source>
        <translation>读取…</translation>
    </message>
    <message>
        <source>Save the taxonomy as a file</source>
        <translation>将分类体系保存为文件</translation>
    </message>
    <message>
        <source>Read a taxonomy</source>
        <translation>读取分类体系</translation>
    </message>
</context>
<context>
    <name>TaxonomyHead</name>
    <message>
        <source>Narrow the labels</source>
        <translation>筛选标签</translation>
    </message>
    <message>
        <source>{n} of {labels}</source>
        <translation>{labels}中的 {n} 个</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the taxonomy</source>
        <translation>
            <numerusform>体系内 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets without</source>
        <translation>
            <numerusform>无标签工单 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Held to it</source>
        <translation>工单须遵循</translation>
    </message>
    <message>
        <source>Tickets not held to it</source>
        <translation>未要求工单遵循</translation>
    </message>
    <message numerus="yes">
        <source>%Ln outside</source>
        <translation>
            <numerusform>体系外 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the tickets of the %Ln labels outside</source>
        <translation>
            <numerusform>查看 %Ln 个体系外标签的工单</numerusform>
        </translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>不再要求</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>要求遵循</translation>
    </message>
    <message>
        <source>Let tickets have any label</source>
        <translation>允许工单使用任意标签</translation>
    </message>
    <message>
        <source>Hold tickets to the taxonomy</source>
        <translation>要求工单遵循分类体系</translation>
    </message>
</context>
<context>
    <name>TaxonomyLine</name>
    <message>
        <source>Search of tickets</source>
        <translation>工单搜索</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>A label</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>TaxonomyList</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>TaxonomyMode</name>
    <message>
        <source>No label has “{text}”.</source>
        <translation>没有标签含有“{text}”。</translation>
    </message>
    <message>
        <source>No ticket has a category, and the taxonomy names none. Read one from a file, or label tickets.</source>
        <translation>没有工单带有分类，分类体系中也没有。请从文件读取，或为工单设置分类。</translation>
    </message>
    <message>
        <source>No ticket has a root cause, and the taxonomy names none. Read one from a file, or label tickets.</source>
        <translation>没有工单带有根本原因，分类体系中也没有。请从文件读取，或为工单设置根本原因。</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file} 第 {line} 行</translation>
    </message>
    <message>
        <source>Root causes are a list: none is under another.</source>
        <translation>根本原因是列表，没有上下级。</translation>
    </message>
    <message>
        <source>All labels that tickets have are in the taxonomy already.</source>
        <translation>工单现有的标签都已在分类体系内。</translation>
    </message>
    <message>
        <source>Taxonomy</source>
        <translation>分类体系</translation>
    </message>
</context>
<context>
    <name>TaxonomyPane</name>
    <message>
        <source>Previous label</source>
        <translation>上一个标签</translation>
    </message>
    <message>
        <source>Next label</source>
        <translation>下一个标签</translation>
    </message>
    <message>
        <source>Example tickets</source>
        <translation>示例工单</translation>
    </message>
    <message>
        <source>Labels below</source>
        <translation>下级标签</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Below it</source>
        <translation>下级</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more in the list</source>
        <translation>
            <numerusform>列表中还有 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels below it</source>
        <translation>
            <numerusform>下级标签 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>first seen in {file}, line {line}</source>
        <translation>首见于 {file} 第 {line} 行</translation>
    </message>
    <message>
        <source>in the taxonomy</source>
        <translation>已在分类体系内</translation>
    </message>
    <message>
        <source>not in the taxonomy</source>
        <translation>不在分类体系内</translation>
    </message>
    <message>
        <source>In {files}: {names}</source>
        <translation>分布在 {files}：{names}</translation>
    </message>
</context>
<context>
    <name>TaxonomyWords</name>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>体系外</translation>
    </message>
    <message>
        <source>says nothing</source>
        <translation>无信息</translation>
    </message>
    <message>
        <source>Retired: it is not offered, and cannot be given any more.</source>
        <translation>已停用：不再提供，也不能再使用。</translation>
    </message>
    <message>
        <source>Outside the taxonomy that tickets are held to.</source>
        <translation>不在工单须遵循的分类体系内。</translation>
    </message>
    <message>
        <source>It says nothing that would not fit any ticket.</source>
        <translation>没有实际信息，放在任何工单上都成立。</translation>
    </message>
    <message>
        <source>{tickets}, {n} of them directly</source>
        <translation>{tickets}，其中直属 {n} 条</translation>
    </message>
    <message>
        <source>It is that already: nothing would change.</source>
        <translation>已经如此，不会有任何改变。</translation>
    </message>
    <message>
        <source>No ticket of this label is found: nothing would change.</source>
        <translation>没有搜到带此标签的工单，不会有任何改变。</translation>
    </message>
    <message>
        <source>Enter makes it “{label}”. No ticket has it: only the taxonomy changes.</source>
        <translation>Enter 将其改为“{label}”。没有工单使用它，只改变分类体系。</translation>
    </message>
    <message>
        <source>Enter makes it “{label}”, with all below it: {labels} on {tickets}.</source>
        <translation>Enter 将其连同下级改为“{label}”：{labels}，{tickets}。</translation>
    </message>
    <message>
        <source>Enter makes it “{label}” on {tickets}.</source>
        <translation>Enter 将 {tickets}的该标签改为“{label}”。</translation>
    </message>
    <message>
        <source>Enter gives {tickets} of {all} the label “{label}”.</source>
        <translation>Enter 将 {all} 条中的 {tickets}改为标签“{label}”。</translation>
    </message>
    <message>
        <source>“{label}” is there already, on {tickets}: they become one.</source>
        <translation>“{label}”已存在（{tickets}），两者将合为一个。</translation>
    </message>
    <message>
        <source>{labels} of these names are there already: they become one with them.</source>
        <translation>其中 {labels}已存在，将与之合为一个。</translation>
    </message>
    <message>
        <source>One step to undo.</source>
        <translation>撤销一步即可恢复。</translation>
    </message>
    <message>
        <source>An export changes in {files}: {names}. One step to undo.</source>
        <translation>导出时有 {files}改变：{names}。撤销一步即可恢复。</translation>
    </message>
    <message>
        <source>Found: {tickets} of {all}. Choose the label that they are to get.</source>
        <translation>搜到 {all} 条中的 {tickets}。请选择要改用的标签。</translation>
    </message>
    <message>
        <source>Enter lets it be given again. It is on {tickets}.</source>
        <translation>Enter 恢复使用。现有 {tickets}带有它。</translation>
    </message>
    <message>
        <source>Enter retires it with all below it: not offered, not given any more. It stays on {tickets}, as the search “is:outside” finds; no export changes.</source>
        <translation>Enter 停用它及全部下级：不再提供，也不能再使用。{tickets}仍保留（可用“is:outside”搜到），导出不变。</translation>
    </message>
    <message>
        <source>Enter retires it: not offered, not given any more. It stays on {tickets}, as the search “is:outside” finds; no export changes.</source>
        <translation>Enter 停用它：不再提供，也不能再使用。{tickets}仍保留（可用“is:outside”搜到），导出不变。</translation>
    </message>
    <message>
        <source>Enter takes it out of the taxonomy, with its definition and example. It stays on {tickets}; no export changes.</source>
        <translation>Enter 将其连同定义和示例移出分类体系。{tickets}仍保留它，导出不变。</translation>
    </message>
    <message>
        <source>Enter lets tickets have any label again. No ticket changes.</source>
        <translation>Enter 重新允许工单使用任意标签。工单不会改变。</translation>
    </message>
    <message>
        <source>Enter holds tickets to the taxonomy. None has a label outside it.</source>
        <translation>Enter 要求工单遵循分类体系。没有工单带有体系外的标签。</translation>
    </message>
    <message>
        <source>Enter holds tickets to the taxonomy. Findings: {tickets}, for {labels} outside it ({names}). No ticket changes.</source>
        <translation>Enter 要求工单遵循分类体系。将有 {tickets}列为发现：{labels}在体系外（{names}）。工单不会改变。</translation>
    </message>
    <message>
        <source>%Ln more</source>
        <translation>另外 %Ln 个</translation>
    </message>
    <message>
        <source>Enter takes {labels} into the taxonomy, all that tickets have. No ticket changes.</source>
        <translation>Enter 将工单现有的 {labels}全部纳入分类体系。工单不会改变。</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Reply {n}</source>
        <translation>回复 {n}</translation>
    </message>
    <message>
        <source>A reply that is marked (N, P) is edited here too.</source>
        <translation>用 N、P 标出的回复也在这里修改。</translation>
    </message>
    <message>
        <source>Saved when you leave a field; Ctrl+Enter closes, Esc gives up.</source>
        <translation>离开输入框即保存；Ctrl+Enter 关闭，Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>来源：</translation>
    </message>
    <message>
        <source>Reply section</source>
        <translation>回复部分</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>No reply recorded</source>
        <translation>没有记录回复</translation>
    </message>
    <message>
        <source>Show all {n} turns</source>
        <translation>显示全部 {n} 轮</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Speaker not recorded</source>
        <translation>没有记录说话人</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>step</source>
        <translation>逐条</translation>
    </message>
    <message>
        <source>1 turn</source>
        <translation>1 轮</translation>
    </message>
    <message>
        <source>{n} turns</source>
        <translation>{n} 轮</translation>
    </message>
    <message>
        <source>{n} staff</source>
        <translation>客服 {n}</translation>
    </message>
    <message>
        <source>{n} customer</source>
        <translation>客户 {n}</translation>
    </message>
    <message>
        <source>Source, reply {n}:</source>
        <translation>来源的回复 {n}：</translation>
    </message>
    <message>
        <source>Edited; the source said</source>
        <translation>已修改；来源写的是</translation>
    </message>
    <message>
        <source>Show all {n} characters</source>
        <translation>显示全部 {n} 个字</translation>
    </message>
    <message>
        <source>Problem and thread</source>
        <translation>问题和对话</translation>
    </message>
    <message>
        <source>Open in the browser: {address}</source>
        <translation>在浏览器中打开：{address}</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
</context>
<context>
    <name>TicketList</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
</context>
<context>
    <name>TicketModel</name>
    <message>
        <source>This ticket could not be read</source>
        <translation>无法读取这条工单</translation>
    </message>
</context>
<context>
    <name>TicketPainter</name>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>没有分类</translation>
    </message>
</context>
<context>
    <name>TicketPane</name>
    <message>
        <source>No ticket is shown. Choose one in the list.</source>
        <translation>没有显示工单。请在列表里选一个。</translation>
    </message>
    <message>
        <source>1 ticket is selected: decisions, category and root causes are for that one.</source>
        <translation>已选 1 条工单：状态、分类和根本原因都用于它。</translation>
    </message>
    <message>
        <source>{n} tickets are selected: decisions, category and root causes are for all of them.</source>
        <translation>已选 {n} 条工单：状态、分类和根本原因都用于全部这些工单。</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>Copy the title</source>
        <translation>复制标题</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message>
        <source>Tidying the review</source>
        <translation>正在整理审核库</translation>
    </message>
</context>
<context>
    <name>VariantDelegate</name>
    <message>
        <source>wording</source>
        <translation>措辞</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>by {likeness} to “{text}”</source>
        <translation>经由 {likeness}：「{text}」</translation>
    </message>
    <message>
        <source>by a template with “{text}”</source>
        <translation>与“{text}”同一模板</translation>
    </message>
</context>
<context>
    <name>VariantFinder</name>
    <message>
        <source>Find variants</source>
        <translation>查找变体</translation>
    </message>
</context>
<context>
    <name>VariantList</name>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
</context>
<context>
    <name>VariantModel</name>
    <message>
        <source>the wording</source>
        <translation>采用的措辞</translation>
    </message>
    <message>
        <source>likeness {n}</source>
        <translation>相似度 {n}</translation>
    </message>
    <message>
        <source>inserted: {text}</source>
        <translation>多出：{text}</translation>
    </message>
    <message>
        <source>deleted: {text}</source>
        <translation>缺少：{text}</translation>
    </message>
</context>
<context>
    <name>VariantsMode</name>
    <message>
        <source>Labels with this text</source>
        <translation>含有此文字的标签</translation>
    </message>
    <message>
        <source>Labels that are probably one</source>
        <translation>可能是同一个的标签</translation>
    </message>
    <message>
        <source>What is left out is not replaced.</source>
        <translation>已排除的标签不会被替换。</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Given</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>ViewNameSheet</name>
    <message>
        <source>Save this view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>It shows: {words}</source>
        <translation>它显示：{words}</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is a view of this name; it will be replaced.</source>
        <translation>已有同名视图，会被替换。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Curate tickets</source>
        <translation>整理工单</translation>
    </message>
    <message>
        <source>Open dataset files of customer-service tickets: Markdown, JSONL, JSON, CSV, XLSX or Parquet. They are never changed; what you decide is kept in a review beside them.</source>
        <translation>打开客服工单的数据集文件：Markdown、JSONL、JSON、CSV、XLSX 或 Parquet。文件不会被改动；你的决定保存在旁边的审核库中。</translation>
    </message>
    <message>
        <source>Or drop files or a folder here.</source>
        <translation>也可以把文件或文件夹拖到这里。</translation>
    </message>
    <message>
        <source>Recent reviews</source>
        <translation>最近的审核库</translation>
    </message>
    <message>
        <source>Open the review {name}</source>
        <translation>打开审核库 {name}</translation>
    </message>
</context>
<context>
    <name>WordingCard</name>
    <message>
        <source>Write my own</source>
        <translation>自己写</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>措辞</translation>
    </message>
    <message>
        <source>Chosen wording</source>
        <translation>采用的措辞</translation>
    </message>
    <message>
        <source>Chosen wording · written by you</source>
        <translation>采用的措辞 · 自己写的</translation>
    </message>
    <message>
        <source>Chosen wording · not decided yet</source>
        <translation>采用的措辞 · 尚未决定</translation>
    </message>
    <message>
        <source>Write the wording. Enter takes it, Shift+Enter begins a line, Esc leaves it.</source>
        <translation>请写措辞。Enter 采用，Shift+Enter 换行，Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln uses</source>
        <translation>
            <numerusform>%Ln 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln 条回复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>%Ln 条工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variants</source>
        <translation>
            <numerusform>%Ln 个变体</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln families</source>
        <translation>
            <numerusform>%Ln 组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categories</source>
        <translation>
            <numerusform>%Ln 个分类</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources</source>
        <translation>
            <numerusform>%Ln 个来源</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels</source>
        <translation>
            <numerusform>%Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln 组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels that say nothing</source>
        <translation>
            <numerusform>%Ln 个没有含义的标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values</source>
        <translation>
            <numerusform>%Ln 项内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradictions</source>
        <translation>
            <numerusform>%Ln 处矛盾</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>keep %Ln</source>
        <translation>
            <numerusform>保留 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets stay: their source could not be read again.</source>
        <translation>
            <numerusform>%Ln 条工单保持原样：改动后的来源文件无法正确读回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields are not decided: ours stays.</source>
        <translation>
            <numerusform>%Ln 个字段未决：保留此处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources changed on disk</source>
        <translation>
            <numerusform>%Ln 个来源在磁盘上已更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets cannot hold the wording and stay as they are.</source>
        <translation>
            <numerusform>另有 %Ln 条工单的格式容不下该措辞，保持原样。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>db</name>
    <message>
        <source>all tickets</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>containing “{value}”</source>
        <translation>含“{value}”</translation>
    </message>
    <message>
        <source>not {value}</source>
        <translation>非 {value}</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} 或 {second}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} 且 {second}</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}，{second}</translation>
    </message>
    <message>
        <source>exactly {value}</source>
        <translation>恰好是{value}</translation>
    </message>
    <message>
        <source>without “{value}”</source>
        <translation>不含“{value}”</translation>
    </message>
    <message>
        <source>{value}</source>
        <translation>{value}</translation>
    </message>
    <message>
        <source>root cause {value}</source>
        <translation>根本原因 {value}</translation>
    </message>
    <message>
        <source>from {value}</source>
        <translation>来自 {value}</translation>
    </message>
    <message>
        <source>edited by {value}</source>
        <translation>由 {value} 修改</translation>
    </message>
    <message>
        <source>with the finding {value}</source>
        <translation>有发现 {value}</translation>
    </message>
    <message>
        <source>ticket {value}</source>
        <translation>工单 {value}</translation>
    </message>
    <message>
        <source>matching {value}</source>
        <translation>匹配 {value}</translation>
    </message>
    <message>
        <source>with the canned reply {value}</source>
        <translation>含套话 {value}</translation>
    </message>
    <message>
        <source>replies {value}</source>
        <translation>回复数 {value}</translation>
    </message>
    <message>
        <source>length {value}</source>
        <translation>长度 {value}</translation>
    </message>
    <message>
        <source>unreviewed</source>
        <translation>未审核</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>with a finding</source>
        <translation>有发现</translation>
    </message>
    <message>
        <source>with a canned reply</source>
        <translation>含套话回复</translation>
    </message>
    <message>
        <source>with a duplicate</source>
        <translation>有重复</translation>
    </message>
    <message>
        <source>with a label that may not be</source>
        <translation>标签不在体系内或已停用</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>有备注</translation>
    </message>
    <message>
        <source>with a conversation</source>
        <translation>有对话</translation>
    </message>
    <message>
        <source>with a root cause</source>
        <translation>有根本原因</translation>
    </message>
    <message>
        <source>with a category</source>
        <translation>有分类</translation>
    </message>
    <message>
        <source>with replies</source>
        <translation>有回复</translation>
    </message>
    <message>
        <source>with a missing section</source>
        <translation>缺少一节</translation>
    </message>
    <message>
        <source>with an empty section</source>
        <translation>有空的一节</translation>
    </message>
    <message>
        <source>without a recorded reply</source>
        <translation>没有记录回复</translation>
    </message>
    <message>
        <source>with a stand-in for a reply</source>
        <translation>回复是占位文字</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>without a category line</source>
        <translation>没有分类行</translation>
    </message>
    <message>
        <source>with one category for all</source>
        <translation>全部同一分类</translation>
    </message>
    <message>
        <source>with an unknown heading</source>
        <translation>有不认识的标题</translation>
    </message>
    <message>
        <source>with a repeated heading</source>
        <translation>有重复的标题</translation>
    </message>
    <message>
        <source>with a reply that lost its beginning</source>
        <translation>有回复缺了开头</translation>
    </message>
    <message>
        <source>with bytes that are no text</source>
        <translation>有不是文字的字节</translation>
    </message>
    <message>
        <source>with the problem twice</source>
        <translation>问题描述重复</translation>
    </message>
    <message>
        <source>with a conflict</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>without a note</source>
        <translation>无备注</translation>
    </message>
    <message>
        <source>without a conversation</source>
        <translation>无对话</translation>
    </message>
    <message>
        <source>without a root cause</source>
        <translation>无根本原因</translation>
    </message>
    <message>
        <source>without a category</source>
        <translation>无分类</translation>
    </message>
    <message>
        <source>without replies</source>
        <translation>无回复</translation>
    </message>
    <message>
        <source>without a finding</source>
        <translation>无发现</translation>
    </message>
    <message>
        <source>without a canned reply</source>
        <translation>不含套话回复</translation>
    </message>
    <message>
        <source>without a duplicate</source>
        <translation>没有重复</translation>
    </message>
    <message>
        <source>with no label that may not be</source>
        <translation>标签都在体系内且未停用</translation>
    </message>
    <message>
        <source>There is no field “{given}”. Fields are {known}; to look for the text itself, put it in quotes.</source>
        <translation>没有字段“{given}”。可用的字段有 {known}；要搜索这段文字本身，请加引号。</translation>
    </message>
    <message>
        <source>There is no field “{given}”. Did you mean “{meant}:”? To look for the text itself, put it in quotes.</source>
        <translation>没有字段“{given}”。是指“{meant}:”吗？要搜索这段文字本身，请加引号。</translation>
    </message>
    <message>
        <source>“{field}:” does not know “{given}”. It knows {known}.</source>
        <translation>“{field}:”不认识“{given}”，可以用的有 {known}。</translation>
    </message>
    <message>
        <source>“{field}:” does not know “{given}”. Did you mean “{meant}”? It knows {known}.</source>
        <translation>“{field}:”不认识“{given}”。是指“{meant}”吗？可以用的有 {known}。</translation>
    </message>
    <message>
        <source>“{field}:” wants a value right behind the colon.</source>
        <translation>“{field}:”的冒号后面要紧跟一个值。</translation>
    </message>
    <message>
        <source>There is nothing between the quotes.</source>
        <translation>引号之间没有内容。</translation>
    </message>
    <message>
        <source>The quote that begins here is not closed.</source>
        <translation>从这里开始的引号没有结束。</translation>
    </message>
    <message>
        <source>The bracket that opens here is not closed.</source>
        <translation>这里的左括号没有对应的右括号。</translation>
    </message>
    <message>
        <source>No bracket is open that this one could close.</source>
        <translation>这个右括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>There is nothing between the brackets.</source>
        <translation>括号之间没有内容。</translation>
    </message>
    <message>
        <source>“or” wants something on both sides; to look for the word, put it in quotes.</source>
        <translation>“or”两边都要有内容；要搜索这个词本身，请加引号。</translation>
    </message>
    <message>
        <source>“-” wants what it excludes right behind it.</source>
        <translation>“-”后面要紧跟需要排除的内容。</translation>
    </message>
    <message>
        <source>There are too many brackets within brackets here.</source>
        <translation>这里的括号嵌套得太深了。</translation>
    </message>
    <message>
        <source>“{field}:” wants a number such as 5, &gt;5, &lt;=5 or 2..5, not “{given}”.</source>
        <translation>“{field}:”需要数字，例如 5、&gt;5、&lt;=5 或 2..5，而不是“{given}”。</translation>
    </message>
    <message>
        <source>“id:” wants numbers of tickets such as 12 or 12,13, not “{given}”.</source>
        <translation>“id:”需要工单编号，例如 12 或 12,13，而不是“{given}”。</translation>
    </message>
    <message>
        <source>A pattern stands between slashes: re:/…/.</source>
        <translation>正则表达式要写在斜杠之间：re:/…/。</translation>
    </message>
    <message>
        <source>The slash that ends the pattern is missing.</source>
        <translation>正则表达式缺少结尾的斜杠。</translation>
    </message>
    <message>
        <source>This is no pattern that can be searched for: {reason}.</source>
        <translation>这不是可以搜索的正则表达式：{reason}。</translation>
    </message>
    <message>
        <source>The pattern {pattern} takes too long. Narrow the list first, or write a simpler one.</source>
        <translation>正则表达式 {pattern} 用时太长。请先缩小列表，或者写得简单一些。</translation>
    </message>
    <message>
        <source>Making the text searchable</source>
        <translation>正在建立搜索索引</translation>
    </message>
    <message>
        <source>Tidying the search index</source>
        <translation>正在整理搜索索引</translation>
    </message>
    <message>
        <source>The families of canned replies are being put together. This search is done when they are there.</source>
        <translation>正在整理各组套话，整理好后即完成此次搜索。</translation>
    </message>
    <message>
        <source>There is no review {file}. It may have been moved or renamed.</source>
        <translation>没有审核库 {file}。它可能被移动或改名了。</translation>
    </message>
    <message>
        <source>{file} is not a Winnow review. To read a dataset file, import it into a review.</source>
        <translation>{file} 不是 Winnow 的审核库。要读取数据集文件，请把它导入审核库。</translation>
    </message>
    <message>
        <source>You may not read {file}. Ask its owner for the right to read it.</source>
        <translation>您没有读取 {file} 的权限，请向它的所有者申请。</translation>
    </message>
    <message>
        <source>{file} cannot be written. Open it to read only, or copy it to a folder where you may write.</source>
        <translation>{file} 不能写入。请以只读方式打开，或者复制到可以写入的文件夹。</translation>
    </message>
    <message>
        <source>{file} is damaged. “winnow recover” makes a new review of what can be read; “winnow restore” brings back its newest backup, if there is one.</source>
        <translation>{file} 已损坏。“winnow recover”会用其中还能读出的内容另建一个审核库；如果有备份，“winnow restore”会恢复最新的一份。</translation>
    </message>
    <message>
        <source>The search index of {file} is damaged; the tickets are not. Nothing was changed; make the index anew with “winnow check --rebuild-index”.</source>
        <translation>{file} 的搜索索引已损坏，工单没有损坏。什么都没有改动；请用“winnow check --rebuild-index”重建索引。</translation>
    </message>
    <message>
        <source>Ticket {ticket} is damaged in the review. “winnow check --repair” makes it what its source and the log say.</source>
        <translation>审核库中的工单 {ticket} 已损坏。“winnow check --repair”会按来源和日志把它复原。</translation>
    </message>
    <message>
        <source>Nothing of a review can be read in {file}, and there is no backup of it. Nothing was made.</source>
        <translation>{file} 中读不出任何审核库的内容，也没有备份。没有建立任何文件。</translation>
    </message>
    <message>
        <source>{file} was written by a newer Winnow (version {version}; this one knows {known}). Install the newer one.</source>
        <translation>{file} 由更新的 Winnow 写成（版本 {version}，这里只认识到 {known}）。请安装新版本。</translation>
    </message>
    <message>
        <source>{file} was written by an older Winnow (version {version}). Open it once to write, and it is updated.</source>
        <translation>{file} 由较旧的 Winnow 写成（版本 {version}）。以可写方式打开一次就会更新。</translation>
    </message>
    <message>
        <source>Another program has been writing to {file} for too long. Nothing was changed; try again in a moment.</source>
        <translation>另一个程序写 {file} 的时间太长。没有改动任何内容，请稍后再试。</translation>
    </message>
    <message>
        <source>The disk with {file} is full. Nothing was changed; make room and try again.</source>
        <translation>{file} 所在的磁盘已满。没有改动任何内容，请腾出空间后再试。</translation>
    </message>
    <message>
        <source>The disk does not read or write {file} as it should. Nothing was changed; check the disk or the network.</source>
        <translation>磁盘不能正常读写 {file}。没有改动任何内容，请检查磁盘或网络。</translation>
    </message>
    <message>
        <source>{file} cannot be opened. Check that its folder can be reached.</source>
        <translation>无法打开 {file}。请检查能否访问它所在的文件夹。</translation>
    </message>
    <message>
        <source>{file} is not there any more, or another file has its name. Nothing was changed; put it back.</source>
        <translation>{file} 已经不在，或者同名的是另一个文件。没有改动任何内容，请把它放回去。</translation>
    </message>
    <message>
        <source>There is already a file {file}. Open it, or choose another name.</source>
        <translation>已经有文件 {file}。请打开它，或者换一个名字。</translation>
    </message>
    <message>
        <source>The folder of {file} does not exist. Make it, or choose another.</source>
        <translation>{file} 的文件夹不存在。请建立它，或者另选一个。</translation>
    </message>
    <message>
        <source>There is no backup of {file} to restore.</source>
        <translation>{file} 没有可以恢复的备份。</translation>
    </message>
    <message>
        <source>No backup could be made in {file}: {reason}.</source>
        <translation>无法在 {file} 里备份：{reason}。</translation>
    </message>
    <message>
        <source>There is no file {file}. It may have been moved or renamed.</source>
        <translation>没有文件 {file}。它可能被移动或改名了。</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}. Check the disk or the network.</source>
        <translation>无法读取 {file}：{reason}。请检查磁盘或网络。</translation>
    </message>
    <message>
        <source>There are no dataset files in the folder {file}. Winnow reads .md, .markdown, .txt, .jsonl, .json, .csv, .tsv, .xlsx and .parquet.</source>
        <translation>文件夹 {file} 中没有数据集文件。Winnow 读取 .md、.markdown、.txt、.jsonl、.json、.csv、.tsv、.xlsx 和 .parquet。</translation>
    </message>
    <message>
        <source>{file} is empty. Nothing was imported, and nothing was removed.</source>
        <translation>{file} 是空的。没有导入，也没有移除任何内容。</translation>
    </message>
    <message>
        <source>There are no tickets in {file}, only a header at most. A ticket has a title such as “## …” and a line such as “**问题分类**: CDN｜证书问题”; a file that is not UTF-8, UTF-16 or GB18030 has to be saved as one.</source>
        <translation>{file} 里没有工单，最多只有文件头。工单要有像“## …”这样的标题，以及像“**问题分类**: CDN｜证书问题”这样的一行；不是 UTF-8、UTF-16 或 GB18030 的文件要先另存为其中一种。</translation>
    </message>
    <message>
        <source>{file} was changed while it was read. Import it again when nobody writes to it.</source>
        <translation>{file} 在读取时被改动了。请在没有人写入时重新导入。</translation>
    </message>
    <message>
        <source>No source of this review was read from {file}. Import the file, or name it as “winnow sources” does.</source>
        <translation>这个审核库里没有从 {file} 读入的来源。请先导入该文件，或按“winnow sources”列出的名称指定。</translation>
    </message>
    <message>
        <source>{file} has changed since it was imported ({there} tickets changed there, {both} on both sides, {conflicts} fields in conflict, {new} new, {gone} gone, {moved} moved). Nothing was changed; “winnow update REVIEW FILE” takes it in.</source>
        <translation>{file} 自导入以来有改动（文件中改动 {there} 条工单，两边都改动 {both} 条，{conflicts} 个字段冲突，新增 {new} 条，消失 {gone} 条，移动 {moved} 条）。没有做任何更改；用“winnow update 审核库 文件”可接受新版本。</translation>
    </message>
    <message>
        <source>{file} holds other tickets now: {firm} of {n} are known. Nothing was changed. If it is another batch, “winnow update REVIEW FILE --as-new-batch” imports it beside the old one; if it is a new version, “--as-new-version” takes it in, and parks what is gone.</source>
        <translation>{file} 里现在是别的工单：{n} 个中只认得 {firm} 个。没有做任何更改。如果这是另一批工单，用“winnow update 审核库 文件 --as-new-batch”把它与旧的一批并列导入；如果是新版本，用“--as-new-version”接受它，消失的工单会被搁置。</translation>
    </message>
    <message>
        <source>{file} was read already as it is now: it is the source {source}. Nothing was changed. Compare that one, or take the file in as a new version of this one.</source>
        <translation>{file} 现在的内容已经读取过，就是来源 {source}。什么都没有改动。请比较那个来源，或把文件作为这个来源的新版本接受。</translation>
    </message>
    <message>
        <source>{file} has changed again since it was compared. Nothing was changed; compare it anew.</source>
        <translation>{file} 在比对之后又有改动。没有做任何更改，请重新比对。</translation>
    </message>
    <message>
        <source>Tickets of {source} were changed in the review since it was compared. Nothing was changed; compare it anew.</source>
        <translation>比对之后，审核库里 {source} 的工单有改动。没有做任何更改，请重新比对。</translation>
    </message>
    <message>
        <source>{file} holds no comparison that this version of Winnow knows. Compare the source anew.</source>
        <translation>{file} 中没有此版本 Winnow 认识的对比结果，请重新对比来源。</translation>
    </message>
    <message>
        <source>The {field_words} of ticket {ticket} was not changed on both sides: there is nothing to choose.</source>
        <translation>工单 {ticket} 的{field_words}并没有在两边都改动，没有什么可选择的。</translation>
    </message>
    <message>
        <source>{file} is not a text file, or in an encoding that is not known. Save it as UTF-8 and import it again.</source>
        <translation>{file} 不是文本文件，或者编码无法识别。请另存为 UTF-8 后重新导入。</translation>
    </message>
    <message>
        <source>{file} is in UTF-32, which Winnow does not read. Save it as UTF-8 and import it again.</source>
        <translation>{file} 是 UTF-32 编码，Winnow 读不了。请另存为 UTF-8 后重新导入。</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is no whole JSON object with a title, and neither is any other line. Nothing was imported of the file; mend it, or get it again.</source>
        <translation>{file} 第 {line} 行：这里不是带标题的完整 JSON 对象，其他各行也都不是。该文件没有导入任何内容；请修正，或重新获取该文件。</translation>
    </message>
    <message>
        <source>{file} has {size} MB; a Markdown file may have {most}. Split it at a ticket&apos;s title, or convert it to JSONL.</source>
        <translation>{file} 有 {size} MB；Markdown 文件最大 {most} MB。请在某条工单标题处拆分，或转换为 JSONL。</translation>
    </message>
    <message>
        <source>{file} holds questions and answers without categories, not tickets. It was not imported; a ticket needs a title and a line such as “**问题分类**: CDN｜证书问题”.</source>
        <translation>{file} 是没有分类的问答，不是工单，没有导入。工单需要标题，以及像“**问题分类**: CDN｜证书问题”这样的一行。</translation>
    </message>
    <message>
        <source>{file}, line {line}: a quote opens in this row and is not closed as it should be (noticed on line {last}). Nothing was imported of the file; close the quote, or double quotes that stand within a quoted cell.</source>
        <translation>{file} 第 {line} 行：这一行有引号没有正确闭合（在第 {last} 行发现）。该文件没有导入任何内容；请补上引号，或将引号内单元格中的引号写成两个。</translation>
    </message>
    <message>
        <source>{file}, line {line}: a carriage return stands in a cell of this row, without a line feed and without quotes. Nothing was imported of the file; take it out, or put the cell in quotes.</source>
        <translation>{file} 第 {line} 行：这一行的某个单元格里有单独的回车符，后面没有换行符，单元格也没有加引号。该文件没有导入任何内容；请去掉它，或给该单元格加上引号。</translation>
    </message>
    <message>
        <source>{file}, line {line}: there is a NUL byte, which no text has. Nothing was imported of the file; export it again, or take the byte out.</source>
        <translation>{file} 第 {line} 行：有文本中不该出现的 NUL 字节。该文件没有导入任何内容；请重新导出，或去掉该字节。</translation>
    </message>
    <message>
        <source>{file}, line {line}: a cell in this row is longer than 256 million characters. Nothing was imported of the file; a quote may not be closed there.</source>
        <translation>{file} 第 {line} 行：这一行有单元格超过 2.56 亿个字符。该文件没有导入任何内容；那里可能有引号没有闭合。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the table has {n} columns; {most} can be read. Nothing was imported of the file; check what separates its cells.</source>
        <translation>{file} 第 {line} 行：表格有 {n} 列，最多可读 {most} 列。该文件没有导入任何内容；请检查单元格之间的分隔符。</translation>
    </message>
    <message>
        <source>In {file} no column is known as the title or the problem of a ticket. Its columns: {columns}. Say which they are: “winnow import … --columns &apos;title=…,problem=…&apos;”, or in the window when the file is opened. Where these are no names but a ticket, add “--header 0”.</source>
        <translation>{file} 中没有哪一列可认作工单的标题或问题。它的列：{columns}。请指明：“winnow import … --columns &apos;title=…,problem=…&apos;”，或在窗口中打开该文件时指明。如果这些不是列名而是一条工单，请加上“--header 0”。</translation>
    </message>
    <message>
        <source>In {file} several columns are the {field_words}: {columns}. Choose one of them; others can be fields.</source>
        <translation>{file} 中有多列是{field_words}：{columns}。请选定一列，其余可作为其他字段。</translation>
    </message>
    <message>
        <source>{file} has no column “{column}”. Its columns: {columns}.</source>
        <translation>{file} 没有“{column}”这一列。它的列：{columns}。</translation>
    </message>
    <message>
        <source>There are no rows in {file}: Winnow looks for objects of JSON, or for lists, and found none.</source>
        <translation>{file} 中没有数据行：Winnow 寻找 JSON 对象或列表，但没有找到。</translation>
    </message>
    <message>
        <source>{file} holds its tickets by columns, all titles in one list. Nothing was imported of the file; write it as a list of objects, one for each ticket, or as CSV.</source>
        <translation>{file} 按列保存工单，所有标题在一个列表里。该文件没有导入任何内容；请改写成对象列表，每条工单一个对象，或改成 CSV。</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: the JSON breaks off or is wrong there ({reason}). Nothing was imported of the file; mend it, or get it again.</source>
        <translation>{file} 第 {line} 行第 {column} 列：JSON 在此中断或有误（{reason}）。该文件没有导入任何内容；请修正或重新获取。</translation>
    </message>
    <message>
        <source>{file} has {size} MB; a JSON file may have {most}. Convert it to JSONL, which has no limit.</source>
        <translation>{file} 有 {size} MB，JSON 文件最多 {most} MB。请转换为没有大小限制的 JSONL。</translation>
    </message>
    <message>
        <source>{file} is a web page that a program calls a table. Open it in a spreadsheet and save it as .xlsx.</source>
        <translation>{file} 是被当作表格的网页。请用电子表格软件打开并另存为 .xlsx。</translation>
    </message>
    <message>
        <source>{file} is not what its name says: no {suffix} file begins with “{text}”. Nothing was imported of the file; if it is text, name it by what it is (.csv, .json, .md), else get it again.</source>
        <translation>{file} 与名称不符：{suffix} 文件不会以“{text}”开头。该文件没有导入任何内容；如果它是文本，请按内容改名（.csv、.json、.md），否则请重新获取。</translation>
    </message>
    <message>
        <source>{file} is Parquet, for which the library pyarrow is needed. Install winnow-desk[parquet].</source>
        <translation>{file} 是 Parquet，需要 pyarrow 库。请安装 winnow-desk[parquet]。</translation>
    </message>
    <message>
        <source>{file} cannot be read as Parquet: {reason}. Nothing was imported of the file; get it again.</source>
        <translation>{file} 不能作为 Parquet 读取：{reason}。该文件没有导入任何内容；请重新获取。</translation>
    </message>
    <message>
        <source>{file} is protected by a password. Open it in a spreadsheet, save it without one, and import that.</source>
        <translation>{file} 有密码保护。请用电子表格软件打开，去掉密码后保存，再导入。</translation>
    </message>
    <message>
        <source>{file} is an old Excel file (.xls). Open it in a spreadsheet and save it as .xlsx.</source>
        <translation>{file} 是旧版 Excel 文件 (.xls)。请用电子表格软件打开并另存为 .xlsx。</translation>
    </message>
    <message>
        <source>{file} is a binary workbook (.xlsb). Open it in a spreadsheet and save it as .xlsx.</source>
        <translation>{file} 是二进制工作簿 (.xlsb)。请用电子表格软件打开并另存为 .xlsx。</translation>
    </message>
    <message>
        <source>{file} would grow out of all bounds when it is unpacked ({part}: {size} MB). Nothing was imported of the file; it was not made by a spreadsheet.</source>
        <translation>{file} 解压后会无限膨胀（{part}：{size} MB）。该文件没有导入任何内容；它不是电子表格软件生成的。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a workbook: {reason}. Nothing was imported of the file; save it again as .xlsx, or as .csv.</source>
        <translation>{file} 不能作为工作簿读取：{reason}。该文件没有导入任何内容；请重新另存为 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>{file} has no sheet “{sheet}” to read. Its sheets: {sheets}.</source>
        <translation>{file} 没有可读的工作表“{sheet}”。它的工作表：{sheets}。</translation>
    </message>
    <message>
        <source>There are no rows in {file}; sheets that were looked at: {sheets}.</source>
        <translation>{file} 中没有数据行；查看过的工作表：{sheets}。</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}. Check the file and its folder.</source>
        <translation>无法读取 {file}：{reason}。请检查文件和它所在的文件夹。</translation>
    </message>
    <message>
        <source>{file} is no taxonomy: that is a JSON object with “format”: “winnow-taxonomy”, “version”: 1, and lists of “categories” and “root_causes”. “winnow taxonomy REVIEW --export FILE” writes one.</source>
        <translation>{file} 不是标签体系：它应当是一个 JSON 对象，含“format”：“winnow-taxonomy”、“version”：1，以及列表“categories”和“root_causes”。“winnow taxonomy REVIEW --export FILE”会写出一个。</translation>
    </message>
    <message>
        <source>{file} was written by a newer Winnow (version {version} of the taxonomy; this one knows {known}). Install the newer one.</source>
        <translation>{file} 由更新的 Winnow 写出（标签体系版本 {version}；本程序只认识 {known}）。请安装新版本。</translation>
    </message>
    <message>
        <source>In {file}, entry {place} of “{list}” is no label. It is an object such as {wanted}, with names that are not empty and have no ｜ in them, and perhaps “definition” and “example” as text, and “retired” as true or false.</source>
        <translation>{file} 中“{list}”的第 {place} 项不是标签。它应当是一个对象，例如 {wanted}，名称不能为空也不能含 ｜，还可以有文字“definition”和“example”，以及 true 或 false 的“retired”。</translation>
    </message>
    <message>
        <source>In {file}, entry {place} of “{list}” names “{given}”, which stands there already. Take one of them out.</source>
        <translation>{file} 中“{list}”的第 {place} 项是“{given}”，前面已经有了。请去掉其中一个。</translation>
    </message>
    <message>
        <source>{file} is no recipe: that is a JSON object with “format”: “winnow-recipe”. “winnow recipe REVIEW --out FILE” writes one.</source>
        <translation>{file} 不是配方：配方是一个 JSON 对象，其中“format”为“winnow-recipe”。可用“winnow recipe REVIEW --out FILE”写出一个。</translation>
    </message>
    <message>
        <source>{file} is damaged at line {line}, column {column}: no JSON can go on there. Write the recipe anew.</source>
        <translation>{file} 在第 {line} 行第 {column} 列损坏：JSON 在那里中断。请重新写出配方。</translation>
    </message>
    <message>
        <source>{file} is a recipe of version {version}; this Winnow knows version {known}. Use the Winnow that wrote it, or write the recipe anew.</source>
        <translation>{file} 是版本 {version} 的配方，这个 Winnow 认识版本 {known}。请用写出它的 Winnow，或重新写出配方。</translation>
    </message>
    <message>
        <source>{file} is damaged: {place} should be {wanted}. Write the recipe anew.</source>
        <translation>{file} 已损坏：{place} 应为 {wanted}。请重新写出配方。</translation>
    </message>
    <message>
        <source>The search “{given}” holds personal data, which may not stand in a recipe. Search otherwise.</source>
        <translation>搜索“{given}”含有个人信息，不能写进配方。请换一种搜索。</translation>
    </message>
    <message>
        <source>There is no ticket in this review, and nothing to make a recipe of. Import files first.</source>
        <translation>这个审核库里没有工单，无从写出配方。请先导入文件。</translation>
    </message>
    <message>
        <source>Nothing was written: of {n} tickets none is left to export. Change the filter, or take excluded ones along.</source>
        <translation>什么都没有写入：{n} 条工单里没有可以导出的。请更换筛选条件，或者把已排除的也导出。</translation>
    </message>
    <message>
        <source>Parquet needs the library pyarrow. Install winnow-desk[parquet], or export as JSONL.</source>
        <translation>Parquet 需要 pyarrow 库。请安装 winnow-desk[parquet]，或导出为 JSONL。</translation>
    </message>
    <message>
        <source>Only Markdown has dialects. Export with --format markdown, or without --one-dialect.</source>
        <translation>只有 Markdown 才有不同写法。请用 --format markdown 导出，或去掉 --one-dialect。</translation>
    </message>
    <message>
        <source>“{given}” is no share of a split. Write at least two names with numbers: train=0.8,test=0.2.</source>
        <translation>“{given}”不是有效的划分比例。请至少写两个名称及数字，例如：train=0.8,test=0.2。</translation>
    </message>
    <message>
        <source>Markdown is written by source and has no splits. Export as JSONL, CSV or another table.</source>
        <translation>Markdown 按来源写出，不能划分。请导出为 JSONL、CSV 或其他表格。</translation>
    </message>
    <message>
        <source>{file} is a source of this review. Export to another place, or ask for it to be written over; a copy is made then.</source>
        <translation>{file} 是这个审核库的来源。请导出到别处，或者明确要求覆盖它；覆盖前会先做副本。</translation>
    </message>
    <message>
        <source>{file} is the review itself. Export to another place.</source>
        <translation>{file} 就是审核库本身。请导出到别处。</translation>
    </message>
    <message>
        <source>{file} is a folder. Name a file to export to.</source>
        <translation>{file} 是文件夹。请给出要导出的文件名。</translation>
    </message>
    <message>
        <source>{file} is a file, not a folder. Name a folder to export to.</source>
        <translation>{file} 是文件，不是文件夹。请给出要导出的文件夹。</translation>
    </message>
    <message>
        <source>The disk is too full for {file}. What was there before is as it was; make room and export again.</source>
        <translation>磁盘空间不够写 {file}。原来的内容没有变；请腾出空间后重新导出。</translation>
    </message>
    <message>
        <source>You may not write {file}. Export to another place.</source>
        <translation>没有写 {file} 的权限。请导出到别处。</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. What was there before is as it was; check the disk.</source>
        <translation>{file} 无法写入：{reason}。原来的内容没有变；请检查磁盘。</translation>
    </message>
    <message>
        <source>{file} does not read back as it was written. What was there before is as it was; check the disk.</source>
        <translation>{file} 读回来和写入的不一样。原来的内容没有变；请检查磁盘。</translation>
    </message>
    <message>
        <source>The {field_words} of ticket {ticket} ({source}, line {line}) would be read otherwise in its own dialect. Nothing was written; change that field, or export as JSONL.</source>
        <translation>工单 {ticket}（{source}，第 {line} 行）的{field_words}用它自己的写法会被读成别的内容。什么都没有写入；请修改这个字段，或导出为 JSONL。</translation>
    </message>
    <message>
        <source>The {field_words} of ticket {ticket} ({source}, line {line}) holds a NUL character, which no CSV can hold. Nothing was written; change that field, or export as JSONL.</source>
        <translation>工单 {ticket}（{source}，第 {line} 行）的{field_words}里有 NUL 字符，任何 CSV 都容纳不了。什么都没有写；请修改该字段，或导出为 JSONL。</translation>
    </message>
    <message>
        <source>The {field_words} of ticket {ticket} ({source}, line {line}) would be read otherwise in the one dialect for all. Nothing was written; change that field, or export each source in its own dialect, or as JSONL.</source>
        <translation>工单 {ticket}（{source}，第 {line} 行）的{field_words}按统一写法写出后会读成别的内容。什么都没有写；请修改该字段，或按各来源自己的写法导出，或导出为 JSONL。</translation>
    </message>
    <message>
        <source>No ticket has a {field_words} yet: give some tickets one, then others can be told from them.</source>
        <translation>还没有任何工单有{field_words}：请先给一些工单填上，才能据此判断其他工单。</translation>
    </message>
    <message>
        <source>All tickets have one {field_words}, “{value}”: there is no other to tell it from. Give some tickets another.</source>
        <translation>所有工单的{field_words}都是“{value}”，没有别的可以区分。请给一些工单换上别的。</translation>
    </message>
    <message>
        <source>There are {known} different labels as {field_words}, and not two with {least} tickets or more: that is too few to learn from. Label more tickets, or merge labels.</source>
        <translation>{field_words}共有 {known} 种，其中有 {least} 条以上工单的不到两种，不足以从中学习。请多标一些工单，或合并标签。</translation>
    </message>
    <message>
        <source>{file} is no plan of other labels. Say the label with --to or --parent.</source>
        <translation>{file} 不是改标签的计划。请用 --to 或 --parent 指明标签。</translation>
    </message>
    <message>
        <source>{file} does not exist. Check the path of the plan.</source>
        <translation>{file} 不存在。请检查计划的路径。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Check the disk and try again.</source>
        <translation>无法读取 {file}：{reason}。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>All tickets say the same, so nothing tells one label from another. Import tickets that differ.</source>
        <translation>所有工单内容都相同，无法区分标签。请导入内容不同的工单。</translation>
    </message>
    <message>
        <source>The section for the {field_words} is missing.</source>
        <translation>缺少{field_words}这一节。</translation>
    </message>
    <message>
        <source>The section for the {field_words} is empty.</source>
        <translation>{field_words}这一节是空的。</translation>
    </message>
    <message>
        <source>No reply is recorded.</source>
        <translation>没有记录回复。</translation>
    </message>
    <message>
        <source>In place of a reply stands: {text}</source>
        <translation>回复的位置上写的是：{text}</translation>
    </message>
    <message>
        <source>The file ends in the middle of this ticket.</source>
        <translation>文件在这条工单中间就结束了。</translation>
    </message>
    <message>
        <source>The ticket has no category line.</source>
        <translation>这条工单没有分类行。</translation>
    </message>
    <message>
        <source>All tickets have the same category, {text}: none, in effect.</source>
        <translation>所有工单的分类都是 {text}，等于没有分类。</translation>
    </message>
    <message>
        <source>The heading “{heading}” is not known.</source>
        <translation>不认识标题“{heading}”。</translation>
    </message>
    <message>
        <source>The heading “{heading}” stands in the ticket once more; it was read as text.</source>
        <translation>标题“{heading}”在这条工单里又出现了一次，按正文读取。</translation>
    </message>
    <message>
        <source>The header says {declared} tickets; there are {n}.</source>
        <translation>文件头写明 {declared} 条工单，实际有 {n} 条。</translation>
    </message>
    <message>
        <source>Text follows the last ticket and belongs to none: {text}</source>
        <translation>最后一条工单之后还有不属于任何工单的文字：{text}</translation>
    </message>
    <message>
        <source>A heading between tickets belongs to none: {text}</source>
        <translation>工单之间有一个不属于任何工单的标题：{text}</translation>
    </message>
    <message>
        <source>A reply begins with “//”: what stood before it was lost.</source>
        <translation>有一条回复以“//”开头：前面的内容已经丢失。</translation>
    </message>
    <message>
        <source>Some bytes of this line are no text; they are kept as they are.</source>
        <translation>这一行有些字节不是文字，原样保留。</translation>
    </message>
    <message>
        <source>The problem stands here twice.</source>
        <translation>问题描述在这里出现了两次。</translation>
    </message>
    <message>
        <source>This line is no JSON object; it is kept as it is: {text}</source>
        <translation>这一行不是 JSON 对象，原样保留：{text}</translation>
    </message>
    <message>
        <source>This line is no ticket; it is kept as it is ({reason}).</source>
        <translation>这一行不是工单，原样保留（{reason}）。</translation>
    </message>
    <message>
        <source>This row has {n} cells where the table has {width} columns; none of them is lost.</source>
        <translation>这一行有 {n} 个单元格，而表格有 {width} 列；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>In all, {n} rows have another number of cells than the {width} columns of the table.</source>
        <translation>共有 {n} 行的单元格数与表格的 {width} 列不同。</translation>
    </message>
    <message>
        <source>A second row names the columns; it was not read as a ticket: {text}</source>
        <translation>第二行也是列名，没有当作工单：{text}</translation>
    </message>
    <message>
        <source>What stands above the names of the columns belongs to no ticket: {text}</source>
        <translation>列名之上的内容不属于任何工单：{text}</translation>
    </message>
    <message>
        <source>This row was taken for the names of the columns: {text}. If it is a ticket, import the file with --header {rows}; in the window, say so in “Rows above the first ticket” when the file is opened.</source>
        <translation>这一行被当作列名：{text}。如果它是一条工单，请用 --header {rows} 导入该文件；在窗口中，打开文件时在“首条工单之上的行数”里指明。</translation>
    </message>
    <message>
        <source>The list “{name}” has the same columns; its entries were read as tickets of the same table.</source>
        <translation>列表“{name}”的列相同，其中的条目作为同一张表的工单读入。</translation>
    </message>
    <message>
        <source>The cell of “{column}” has {n} characters.</source>
        <translation>“{column}”的单元格有 {n} 个字符。</translation>
    </message>
    <message>
        <source>The table has {n} columns; those that are no part of a ticket are fields of their own.</source>
        <translation>表格有 {n} 列；不属于工单各部分的列作为其他字段。</translation>
    </message>
    <message>
        <source>The cells {cells} are merged; each of these rows was read with what they say: {text}</source>
        <translation>单元格 {cells} 已合并；其中每一行都按其内容读取：{text}</translation>
    </message>
    <message>
        <source>Imported {n} tickets of {name}</source>
        <translation>从 {name} 导入了 {n} 条工单</translation>
    </message>
    <message>
        <source>Imported one ticket of {name}</source>
        <translation>从 {name} 导入了 1 条工单</translation>
    </message>
    <message>
        <source>Imported {n} tickets of {name}, another batch from the same file</source>
        <translation>已导入 {name} 的 {n} 条工单，是同一文件的另一批</translation>
    </message>
    <message>
        <source>Imported {n} tickets of {files} files</source>
        <translation>从 {files} 个文件导入了 {n} 条工单</translation>
    </message>
    <message>
        <source>Nothing new to import: {file} is the same as {name}, which is there already</source>
        <translation>没有可导入的新内容：{file} 与已有的 {name} 完全相同</translation>
    </message>
    <message>
        <source>Nothing new to import</source>
        <translation>没有新的内容可以导入</translation>
    </message>
    <message>
        <source>The source changed a field that was edited here too ({field}). The edit is kept; the source says: {theirs}</source>
        <translation>来源改动了这里也改过的字段（{field}）。保留这里的修改；来源写的是：{theirs}</translation>
    </message>
    <message>
        <source>The ticket is not in the file any more. It is parked, with all its edits.</source>
        <translation>文件里已经没有这条工单。它连同所有修改一起搁置了。</translation>
    </message>
    <message>
        <source>Waiting for another import</source>
        <translation>正在等待另一个导入</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Comparing with the file</source>
        <translation>正在与文件比对</translation>
    </message>
    <message>
        <source>Comparing with the last version</source>
        <translation>正在与上一版比较</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Tidying the review</source>
        <translation>正在整理审核库</translation>
    </message>
    <message>
        <source>Comparing labels</source>
        <translation>正在比较标签</translation>
    </message>
    <message>
        <source>Comparing replies</source>
        <translation>正在比较回复</translation>
    </message>
    <message>
        <source>Changing tickets</source>
        <translation>正在修改工单</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>The file is damaged: {detail}</source>
        <translation>文件已损坏：{detail}</translation>
    </message>
    <message>
        <source>Part of the file cannot be read any more.</source>
        <translation>文件有一部分已读不出。</translation>
    </message>
    <message>
        <source>{n} rows of the table {table} point to nothing.</source>
        <translation>表 {table} 有 {n} 行指向不存在的内容。</translation>
    </message>
    <message>
        <source>A row of the table {table} points to nothing.</source>
        <translation>表 {table} 有 1 行指向不存在的内容。</translation>
    </message>
    <message>
        <source>The stored bytes of {source} are not those that were imported.</source>
        <translation>{source} 存下的字节与导入时不同。</translation>
    </message>
    <message>
        <source>The stored bytes of {source} cannot be read as tickets any more.</source>
        <translation>{source} 存下的字节已经不能读成工单。</translation>
    </message>
    <message>
        <source>{source} holds {expected} tickets, but the review has {n} of it.</source>
        <translation>{source} 有 {expected} 条工单，审核库里却有 {n} 条。</translation>
    </message>
    <message>
        <source>Ticket {ticket} of {source}: the place of {field_words} is not in the file.</source>
        <translation>{source} 的工单 {ticket}：文件里没有 {field_words} 的位置。</translation>
    </message>
    <message>
        <source>Ticket {ticket} of {source}: {field_words} is not what the source says.</source>
        <translation>{source} 的工单 {ticket}：{field_words} 与来源不符。</translation>
    </message>
    <message>
        <source>Ticket {ticket}: what the source says of {field_words} is not kept rightly.</source>
        <translation>工单 {ticket}：{field_words} 的来源内容没有正确保存。</translation>
    </message>
    <message>
        <source>What is decided ({key}) is not what the log says.</source>
        <translation>所作的决定（{key}）与日志不符。</translation>
    </message>
    <message>
        <source>Ticket {ticket}: {field_words} is not what the log says.</source>
        <translation>工单 {ticket}：{field_words} 与日志不符。</translation>
    </message>
    <message>
        <source>The search index is damaged. Repairing makes it anew, and so does “winnow check --rebuild-index”.</source>
        <translation>搜索索引已损坏。修复会重建它，“winnow check --rebuild-index”也可以。</translation>
    </message>
    <message>
        <source>Ticket {ticket}: the search index does not have it as it stands.</source>
        <translation>工单 {ticket}：搜索索引中没有它现在的内容。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Checking the search index</source>
        <translation>正在检查搜索索引</translation>
    </message>
    <message>
        <source>Reading what can be read</source>
        <translation>正在读取还能读出的内容</translation>
    </message>
    <message>
        <source>Set category of {n} tickets to {value}</source>
        <translation>{n} 条工单的分类改为 {value}</translation>
    </message>
    <message>
        <source>Set category to {value}</source>
        <translation>分类改为 {value}</translation>
    </message>
    <message>
        <source>Took the category off {n} tickets</source>
        <translation>去掉了 {n} 条工单的分类</translation>
    </message>
    <message>
        <source>Took the category off</source>
        <translation>去掉了分类</translation>
    </message>
    <message>
        <source>Set root causes of {n} tickets to {value}</source>
        <translation>{n} 条工单的根本原因改为 {value}</translation>
    </message>
    <message>
        <source>Set root causes to {value}</source>
        <translation>根本原因改为 {value}</translation>
    </message>
    <message>
        <source>Took all root causes off {n} tickets</source>
        <translation>去掉了 {n} 条工单的全部根本原因</translation>
    </message>
    <message>
        <source>Took all root causes off</source>
        <translation>去掉了全部根本原因</translation>
    </message>
    <message>
        <source>Added root cause {value} to {n} tickets</source>
        <translation>给 {n} 条工单添加了根本原因 {value}</translation>
    </message>
    <message>
        <source>Added root cause {value}</source>
        <translation>添加了根本原因 {value}</translation>
    </message>
    <message>
        <source>Took root cause {value} off {n} tickets</source>
        <translation>去掉了 {n} 条工单的根本原因 {value}</translation>
    </message>
    <message>
        <source>Took root cause {value} off</source>
        <translation>去掉了根本原因 {value}</translation>
    </message>
    <message>
        <source>Marked {n} tickets as {status_words}</source>
        <translation>{n} 条工单设为{status_words}</translation>
    </message>
    <message>
        <source>Marked as {status_words}</source>
        <translation>设为{status_words}</translation>
    </message>
    <message>
        <source>Wrote a note on {n} tickets</source>
        <translation>给 {n} 条工单写了备注</translation>
    </message>
    <message>
        <source>Wrote a note</source>
        <translation>写了备注</translation>
    </message>
    <message>
        <source>Took the note off {n} tickets</source>
        <translation>去掉了 {n} 条工单的备注</translation>
    </message>
    <message>
        <source>Took the note off</source>
        <translation>去掉了备注</translation>
    </message>
    <message>
        <source>Rewrote the {field_words} of “{title}”</source>
        <translation>改写了“{title}”的{field_words}</translation>
    </message>
    <message>
        <source>Took back a change of the {field_words} of “{title}”</source>
        <translation>还原了“{title}”的{field_words}</translation>
    </message>
    <message>
        <source>Changed {n} tickets in several fields</source>
        <translation>修改了 {n} 条工单的多个字段</translation>
    </message>
    <message>
        <source>Changed a ticket in several fields</source>
        <translation>修改了 1 条工单的多个字段</translation>
    </message>
    <message>
        <source>Nothing needed doing</source>
        <translation>不需要做什么</translation>
    </message>
    <message>
        <source>Undone: {of}</source>
        <translation>已撤销：{of}</translation>
    </message>
    <message>
        <source>Done again: {of}</source>
        <translation>已重做：{of}</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>没有可以重做的操作。</translation>
    </message>
    <message>
        <source>{who} has changed the {field_words} of ticket {ticket} since. Nothing was undone; take single changes back in the history of the ticket.</source>
        <translation>{who} 之后修改了工单 {ticket} 的{field_words}。没有撤销任何内容；请在工单的历史里逐项还原。</translation>
    </message>
    <message>
        <source>{who} has changed the {field_words} of ticket {ticket} since. Nothing was done again.</source>
        <translation>{who} 之后修改了工单 {ticket} 的{field_words}。没有重做任何内容。</translation>
    </message>
    <message>
        <source>Wording chosen for replies of {n} tickets: {value}</source>
        <translation>已为 {n} 条工单的回复选定措辞：{value}</translation>
    </message>
    <message>
        <source>Wording chosen for replies of one ticket: {value}</source>
        <translation>已为 1 条工单的回复选定措辞：{value}</translation>
    </message>
    <message>
        <source>{replies} replies of {n} tickets rewritten: {value}</source>
        <translation>已改写 {n} 条工单的 {replies} 条回复：{value}</translation>
    </message>
    <message>
        <source>Wording chosen, the replies of {n} tickets read so already: {value}</source>
        <translation>已选定措辞，{n} 条工单的回复本来就是这样：{value}</translation>
    </message>
    <message>
        <source>{replies} replies of {n} tickets rewritten, of {families} families</source>
        <translation>改写 {n} 条工单中的 {replies} 条回复，共 {families} 组</translation>
    </message>
    <message>
        <source>Holding replies of {n} tickets, of {families} families</source>
        <translation>应付语，{n} 条工单，共 {families} 组</translation>
    </message>
    <message>
        <source>No duplicates, replies of {n} tickets, of {families} families</source>
        <translation>不是重复，{n} 条工单的回复，共 {families} 组</translation>
    </message>
    <message>
        <source>Decisions on {families} families taken away, {n} tickets</source>
        <translation>已取消 {families} 组的决定，{n} 条工单</translation>
    </message>
    <message>
        <source>Excluded duplicates, a change of {n} tickets</source>
        <translation>排除了重复工单，改动 {n} 条工单</translation>
    </message>
    <message>
        <source>Excluded a duplicate</source>
        <translation>排除了一条重复工单</translation>
    </message>
    <message>
        <source>Holding reply of {n} tickets: {value}</source>
        <translation>应付语，{n} 条工单：{value}</translation>
    </message>
    <message>
        <source>No duplicates, replies of {n} tickets: {value}</source>
        <translation>不是重复，{n} 条工单的回复：{value}</translation>
    </message>
    <message>
        <source>Decision taken away, replies of {n} tickets: {value}</source>
        <translation>已取消决定，{n} 条工单的回复：{value}</translation>
    </message>
    <message>
        <source>Taken out of its family, replies of {n} tickets: {value}</source>
        <translation>已移出该组，{n} 条工单的回复：{value}</translation>
    </message>
    <message>
        <source>Kept apart, replies of {n} tickets: {value}</source>
        <translation>已分开，{n} 条工单的回复：{value}</translation>
    </message>
    <message>
        <source>Categories of {n} tickets kept as they are: {value}</source>
        <translation>{n} 条工单的分类保持不变：{value}</translation>
    </message>
    <message>
        <source>Root causes of {n} tickets kept as they are: {value}</source>
        <translation>{n} 条工单的根本原因保持不变：{value}</translation>
    </message>
    <message>
        <source>Likely categories accepted for {n} tickets: {value}</source>
        <translation>已为 {n} 条工单采纳可能的分类：{value}</translation>
    </message>
    <message>
        <source>Likely category accepted: {value}</source>
        <translation>已采纳可能的分类：{value}</translation>
    </message>
    <message>
        <source>Likely root causes accepted for {n} tickets: {value}</source>
        <translation>已为 {n} 条工单采纳可能的根本原因：{value}</translation>
    </message>
    <message>
        <source>Likely root cause accepted: {value}</source>
        <translation>已采纳可能的根本原因：{value}</translation>
    </message>
    <message>
        <source>Not the same, labels of {n} tickets: {value}</source>
        <translation>并非同一标签（涉及 {n} 条工单）：{value}</translation>
    </message>
    <message>
        <source>{labels} labels became {value} on {n} tickets</source>
        <translation>在 {n} 条工单上将 {labels} 个标签合并成 {value}</translation>
    </message>
    <message>
        <source>Merged {labels} labels into others, on {n} tickets</source>
        <translation>将 {labels} 个标签并入其他标签，涉及 {n} 条工单</translation>
    </message>
    <message>
        <source>Root cause {old} became {value} on {n} tickets</source>
        <translation>已将 {n} 条工单的根本原因 {old} 改为 {value}</translation>
    </message>
    <message>
        <source>Root cause {old} became {value}</source>
        <translation>已将根本原因 {old} 改为 {value}</translation>
    </message>
    <message>
        <source>Took root cause {old} off {n} tickets</source>
        <translation>已移除 {n} 条工单的根本原因 {old}</translation>
    </message>
    <message>
        <source>Took root cause {old} off</source>
        <translation>已移除根本原因 {old}</translation>
    </message>
    <message>
        <source>Category {old} and all below it became {value} on {n} tickets</source>
        <translation>{n} 条工单的分类 {old} 及其下级改为 {value}</translation>
    </message>
    <message>
        <source>Category {old} and all below it became {value} on one ticket</source>
        <translation>一条工单的分类 {old} 及其下级改为 {value}</translation>
    </message>
    <message>
        <source>Took category {old} and all below it off {n} tickets</source>
        <translation>去掉了 {n} 条工单的分类 {old} 及其下级</translation>
    </message>
    <message>
        <source>Described the label {value}</source>
        <translation>说明了标签 {value}</translation>
    </message>
    <message>
        <source>Retired labels that {n} tickets have: {value}</source>
        <translation>停用了 {n} 条工单所用的标签：{value}</translation>
    </message>
    <message>
        <source>Brought retired labels back into use: {value}</source>
        <translation>恢复使用已停用的标签：{value}</translation>
    </message>
    <message>
        <source>Took {labels} labels into the taxonomy: {value}</source>
        <translation>把 {labels} 个标签收入标签体系：{value}</translation>
    </message>
    <message>
        <source>Took {labels} labels out of the taxonomy: {value}</source>
        <translation>把 {labels} 个标签移出标签体系：{value}</translation>
    </message>
    <message>
        <source>Tickets are not held to the taxonomy of the {field_words} any more</source>
        <translation>工单不再须符合{field_words}的标签体系</translation>
    </message>
    <message>
        <source>{replies} replies of one ticket rewritten: {value}</source>
        <translation>已改写 1 条工单的 {replies} 条回复：{value}</translation>
    </message>
    <message>
        <source>A reply of one ticket rewritten: {value}</source>
        <translation>已改写 1 条工单的 1 条回复：{value}</translation>
    </message>
    <message>
        <source>{replies} replies of {n} tickets rewritten, {refused} more could not hold it: {value}</source>
        <translation>已改写 {n} 条工单的 {replies} 条回复，另有 {refused} 条工单的格式容不下：{value}</translation>
    </message>
    <message>
        <source>{replies} replies of one ticket rewritten, {refused} more could not hold it: {value}</source>
        <translation>已改写 1 条工单的 {replies} 条回复，另有 {refused} 条工单的格式容不下：{value}</translation>
    </message>
    <message>
        <source>A reply of one ticket rewritten, {refused} more could not hold it: {value}</source>
        <translation>已改写 1 条工单的 1 条回复，另有 {refused} 条工单的格式容不下：{value}</translation>
    </message>
    <message>
        <source>Wording chosen, the replies of one ticket read so already: {value}</source>
        <translation>已选定措辞，1 条工单的回复本来就是这样：{value}</translation>
    </message>
    <message>
        <source>{replies} replies of one ticket rewritten, of {families} families</source>
        <translation>改写 1 条工单中的 {replies} 条回复，共 {families} 组</translation>
    </message>
    <message>
        <source>A reply of one ticket rewritten, of {families} families</source>
        <translation>改写 1 条工单中的 1 条回复，共 {families} 组</translation>
    </message>
    <message>
        <source>At most {examples} a family to be exported, of {families} families with {n} tickets</source>
        <translation>{families} 组各最多导出 {examples} 条工单，共涉及 {n} 条</translation>
    </message>
    <message>
        <source>At most {examples} a family to be exported, of {families} families with one ticket</source>
        <translation>{families} 组各最多导出 {examples} 条工单，共涉及 1 条</translation>
    </message>
    <message>
        <source>Holding replies of one ticket, of {families} families</source>
        <translation>应付语，1 条工单，共 {families} 组</translation>
    </message>
    <message>
        <source>No duplicates, replies of one ticket, of {families} families</source>
        <translation>不是重复，1 条工单的回复，共 {families} 组</translation>
    </message>
    <message>
        <source>Decisions on {families} families taken away, one ticket</source>
        <translation>已取消 {families} 组的决定，1 条工单</translation>
    </message>
    <message>
        <source>At most {examples} tickets to be exported, {n} hold it: {value}</source>
        <translation>最多导出 {examples} 条工单，共 {n} 条含有：{value}</translation>
    </message>
    <message>
        <source>At most {examples} tickets to be exported, one holds it: {value}</source>
        <translation>最多导出 {examples} 条工单，共 1 条含有：{value}</translation>
    </message>
    <message>
        <source>Holding reply of one ticket: {value}</source>
        <translation>应付语，1 条工单：{value}</translation>
    </message>
    <message>
        <source>No duplicates, replies of one ticket: {value}</source>
        <translation>不是重复，1 条工单的回复：{value}</translation>
    </message>
    <message>
        <source>Decision taken away, replies of one ticket: {value}</source>
        <translation>已取消决定，1 条工单的回复：{value}</translation>
    </message>
    <message>
        <source>Taken out of its family, replies of one ticket: {value}</source>
        <translation>已移出该组，1 条工单的回复：{value}</translation>
    </message>
    <message>
        <source>Kept apart, replies of one ticket: {value}</source>
        <translation>已分开，1 条工单的回复：{value}</translation>
    </message>
    <message>
        <source>Category kept as it is: {value}</source>
        <translation>分类保持不变：{value}</translation>
    </message>
    <message>
        <source>Root cause kept as it is: {value}</source>
        <translation>根本原因保持不变：{value}</translation>
    </message>
    <message>
        <source>Categories of {n} tickets set to {value}</source>
        <translation>{n} 条工单的分类改为 {value}</translation>
    </message>
    <message>
        <source>Category set to {value}</source>
        <translation>分类改为 {value}</translation>
    </message>
    <message>
        <source>Root causes of {n} tickets set to {value}</source>
        <translation>{n} 条工单的根本原因改为 {value}</translation>
    </message>
    <message>
        <source>Root cause set to {value}</source>
        <translation>根本原因改为 {value}</translation>
    </message>
    <message>
        <source>Not the same, labels of one ticket: {value}</source>
        <translation>并非同一标签（涉及 1 条工单）：{value}</translation>
    </message>
    <message>
        <source>{labels} labels became {value} on one ticket</source>
        <translation>在 1 条工单上将 {labels} 个标签合并成 {value}</translation>
    </message>
    <message>
        <source>A label became {value} on {n} tickets</source>
        <translation>在 {n} 条工单上将 1 个标签合并成 {value}</translation>
    </message>
    <message>
        <source>A label became {value} on one ticket</source>
        <translation>在 1 条工单上将 1 个标签合并成 {value}</translation>
    </message>
    <message>
        <source>Merged {labels} labels into others, on one ticket</source>
        <translation>将 {labels} 个标签并入其他标签，涉及 1 条工单</translation>
    </message>
    <message>
        <source>Took category {old} and all below it off one ticket</source>
        <translation>去掉了 1 条工单的分类 {old} 及其下级</translation>
    </message>
    <message>
        <source>Retired labels that one ticket has: {value}</source>
        <translation>停用了 1 条工单所用的标签：{value}</translation>
    </message>
    <message>
        <source>Took a label into the taxonomy: {value}</source>
        <translation>把 1 个标签收入标签体系：{value}</translation>
    </message>
    <message>
        <source>Took a label out of the taxonomy: {value}</source>
        <translation>把 1 个标签移出标签体系：{value}</translation>
    </message>
    <message>
        <source>Held tickets to the taxonomy of the {field_words}: {n} outside</source>
        <translation>工单须符合{field_words}的标签体系：{n} 条不符</translation>
    </message>
    <message>
        <source>Took in labels of a taxonomy: {added} added, {changed} changed</source>
        <translation>导入了标签体系的标签：新增 {added} 个，更改 {changed} 个</translation>
    </message>
    <message>
        <source>There is no taxonomy of the {field_words} yet to hold tickets to. Import one, or take the labels that there are.</source>
        <translation>还没有{field_words}的标签体系可供工单遵循。请导入一个，或把现有的标签收入。</translation>
    </message>
    <message>
        <source>“{given}” is retired because “{above}” is. Bring that one back.</source>
        <translation>“{given}”已停用，是因为“{above}”已停用。请恢复后者。</translation>
    </message>
    <message>
        <source>Say which labels are meant: --field category or --field root-cause.</source>
        <translation>请说明指的是哪一种标签：--field category 或 --field root-cause。</translation>
    </message>
    <message>
        <source>No ticket has the category “{given}” itself, but {n} labels below it are there. Take them along.</source>
        <translation>没有工单的分类正好是“{given}”，但它下面有 {n} 个分类。请连同下级一起改。</translation>
    </message>
    <message>
        <source>No ticket has the category “{given}” itself, but one label below it is there. Take it along.</source>
        <translation>没有工单的分类正好是“{given}”，但它下面有 1 个分类。请连同下级一起改。</translation>
    </message>
    <message>
        <source>There is already a label “{given}” as {field_words}. Merge the two, or choose another name.</source>
        <translation>{field_words}“{given}”已经有了。请合并两者，或换一个名称。</translation>
    </message>
    <message>
        <source>“{given}” cannot be merged into itself. Choose another label.</source>
        <translation>“{given}”不能并入自己。请选择别的标签。</translation>
    </message>
    <message>
        <source>“{label}” cannot become “{given}”, which is below itself. Choose another place.</source>
        <translation>“{label}”不能变成“{given}”：那在它自己下面。请选择别的位置。</translation>
    </message>
    <message>
        <source>Only a whole category can be moved below another: without a search, and no root cause.</source>
        <translation>只有整个分类可以移到另一个分类下面：不能带搜索，也不能是根本原因。</translation>
    </message>
    <message>
        <source>{source} would read the root cause “{given}” as something else, such as a heading. Choose another name.</source>
        <translation>{source} 会把根本原因“{given}”读成别的内容，例如标题。请换一个名称。</translation>
    </message>
    <message>
        <source>No ticket has the label “{given}” as its {field_words}. “winnow labels” lists those that there are.</source>
        <translation>没有工单的{field_words}是“{given}”。现有的标签可用“winnow labels”列出。</translation>
    </message>
    <message>
        <source>No ticket has the label “{given}” as its {field_words}. Did you mean “{near}”?</source>
        <translation>没有工单的{field_words}是“{given}”。是否指“{near}”？</translation>
    </message>
    <message>
        <source>“{given}” is retired as {field_words}, itself or what it is below, and may not be given any more. Choose another, or bring it back into use first.</source>
        <translation>“{given}”（{field_words}）自身或它的上级已停用，不能再使用。请选择别的，或先恢复使用。</translation>
    </message>
    <message>
        <source>Choose labels to keep apart, {most} at most.</source>
        <translation>请选择要区分开的标签，最多 {most} 个。</translation>
    </message>
    <message>
        <source>Masked {places} places of {values} values in {n} tickets: {kinds}</source>
        <translation>已脱敏 {n} 条工单中 {values} 项内容的 {places} 处：{kinds}</translation>
    </message>
    <message>
        <source>Masked {places} places of one value in {n} tickets: {kinds}</source>
        <translation>已脱敏 {n} 条工单中 1 项内容的 {places} 处：{kinds}</translation>
    </message>
    <message>
        <source>Masked {places} places of {values} values in a ticket: {kinds}</source>
        <translation>已脱敏一条工单中 {values} 项内容的 {places} 处：{kinds}</translation>
    </message>
    <message>
        <source>Masked {places} places of one value in a ticket: {kinds}</source>
        <translation>已脱敏一条工单中 1 项内容的 {places} 处：{kinds}</translation>
    </message>
    <message>
        <source>Masked one place in a ticket: {kinds}</source>
        <translation>已脱敏一条工单中的 1 处：{kinds}</translation>
    </message>
    <message>
        <source>No personal data, found in {n} tickets: {value}</source>
        <translation>不是个人信息（{n} 条工单中出现）：{value}</translation>
    </message>
    <message>
        <source>No personal data, found in a ticket: {value}</source>
        <translation>不是个人信息（1 条工单中出现）：{value}</translation>
    </message>
    <message>
        <source>Personal data after all: {value}</source>
        <translation>仍视为个人信息：{value}</translation>
    </message>
    <message>
        <source>Choose what to mask first: nothing was chosen.</source>
        <translation>请先选择要脱敏的内容：尚未选择任何内容。</translation>
    </message>
    <message>
        <source>“{given}” was not found as personal data. “winnow privacy REVIEW --values” lists what was.</source>
        <translation>未找到个人信息“{given}”。用“winnow privacy REVIEW --values”可列出找到的内容。</translation>
    </message>
    <message>
        <source>Nobody said that “{given}” is no personal data. “winnow privacy REVIEW --exceptions” lists what was said so.</source>
        <translation>没有人把“{given}”标为非个人信息。用“winnow privacy REVIEW --exceptions”可列出已标记的内容。</translation>
    </message>
    <message>
        <source>No source of these {n} tickets could be read again with the masks. Nothing was changed; edit the texts by hand.</source>
        <translation>这 {n} 条工单的来源写入掩码后无法再正确读取。未做任何更改，请手动修改这些文本。</translation>
    </message>
    <message>
        <source>The source of this ticket could not be read again with the masks. Nothing was changed; edit the text by hand.</source>
        <translation>这条工单的来源写入掩码后无法再正确读取。未做任何更改，请手动修改文本。</translation>
    </message>
    <message>
        <source>Ticket {ticket} has been changed since it was searched. Nothing was changed; search again and mask then.</source>
        <translation>工单 {ticket} 在查找之后已被修改。未做任何更改，请重新查找后再脱敏。</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Landline number</source>
        <translation>座机号</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>Company code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>IPv4 address</source>
        <translation>IPv4 地址</translation>
    </message>
    <message>
        <source>IPv6 address</source>
        <translation>IPv6 地址</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Key or hash</source>
        <translation>密钥或哈希</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Searching for personal data</source>
        <translation>正在查找个人信息</translation>
    </message>
    <message>
        <source>No source of these {n} tickets can hold that wording. Choose one without line breaks or special signs.</source>
        <translation>这 {n} 条工单的来源都容不下该措辞。请换一个不含换行和特殊符号的措辞。</translation>
    </message>
    <message>
        <source>The source of this ticket cannot hold that wording. Choose one without line breaks or special signs.</source>
        <translation>这条工单的来源容不下该措辞。请换一个不含换行和特殊符号的措辞。</translation>
    </message>
    <message>
        <source>Keep at least one example, not {given}.</source>
        <translation>请至少保留一条示例，不能是 {given}。</translation>
    </message>
    <message>
        <source>Some of the family must stay: choose fewer variants, or say that it is no family.</source>
        <translation>组内必须留下一部分：请少选几个变体，或标为“不是一组”。</translation>
    </message>
    <message>
        <source>These two say the same, and cannot be kept apart.</source>
        <translation>这两条说的是同样的话，不能分开。</translation>
    </message>
    <message>
        <source>Name the families: a search, --family ID, or --families FILE.</source>
        <translation>请指明回复组：搜索词、--family ID 或 --families FILE。</translation>
    </message>
    <message>
        <source>There is no family {given} at this likeness. Nothing was decided; `winnow replies` lists them.</source>
        <translation>在此相似度下没有回复组 {given}。未作任何决定；`winnow replies` 会列出全部回复组。</translation>
    </message>
    <message>
        <source>No family is found. Nothing was decided; search for something else.</source>
        <translation>没有找到回复组。未作任何决定；请换个搜索词。</translation>
    </message>
    <message>
        <source>One wording cannot stand for {n} families. Name one, or leave out --choose, --wording and --variant.</source>
        <translation>一种措辞不能代表 {n} 个回复组。请只指明一个，或去掉 --choose、--wording 和 --variant。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Nothing was decided; give a text file with the ID of a family a line.</source>
        <translation>无法读取 {file}：{reason}。未作任何决定；请给出每行一个回复组 ID 的文本文件。</translation>
    </message>
    <message>
        <source>Type a wording: an empty reply would say nothing.</source>
        <translation>请输入措辞：空回复什么也没说。</translation>
    </message>
    <message>
        <source>Says nothing of the case: {length} characters, used {n} times in {categories} categories.</source>
        <translation>没有说到具体问题：{length} 个字，在 {categories} 个分类中用了 {n} 次。</translation>
    </message>
    <message>
        <source>Used {n} times: {examples} examples teach as much.</source>
        <translation>用了 {n} 次：保留 {examples} 条示例就够了。</translation>
    </message>
    <message>
        <source>{who} has decided otherwise of the same since. Nothing was undone; decide anew where it was decided.</source>
        <translation>{who} 后来对同一内容另有决定。没有撤销任何内容；请在作出决定的地方重新决定。</translation>
    </message>
    <message>
        <source>{who} has decided otherwise of the same since. Nothing was done again.</source>
        <translation>{who} 后来对同一内容另有决定。没有重做任何内容。</translation>
    </message>
    <message>
        <source>{who} has taken in another version of {source} since. Nothing was undone; undo that one first.</source>
        <translation>{who} 此后接受了 {source} 的另一个版本。没有撤销任何内容，请先撤销那一次。</translation>
    </message>
    <message>
        <source>{source} is not the version any more that this was done to. Nothing was done again.</source>
        <translation>{source} 已不是当时的版本，没有重做任何内容。</translation>
    </message>
    <message>
        <source>Action {entry} cannot be undone: it is none, or is undone already.</source>
        <translation>操作 {entry} 不能撤销：它不存在，或者已经撤销。</translation>
    </message>
    <message>
        <source>There is no ticket {ticket} in this review.</source>
        <translation>这个审核库里没有工单 {ticket}。</translation>
    </message>
    <message>
        <source>Name the tickets: their numbers, or --ids and a file that lists them.</source>
        <translation>请指明工单：写出编号，或用 --ids 给出列有编号的文件。</translation>
    </message>
    <message>
        <source>With --progress-json the standard input takes the word that stops the work. Give --ids a file.</source>
        <translation>使用 --progress-json 时，标准输入用来接收停止的命令。请给 --ids 一个文件。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Nothing was changed; give a text file with the number of a ticket a line.</source>
        <translation>无法读取 {file}：{reason}。未作任何更改；请给出一行一个工单编号的文本文件。</translation>
    </message>
    <message>
        <source>{file}, line {line}: “{given}” is no number of a ticket. Nothing was changed; correct that line.</source>
        <translation>{file} 第 {line} 行：“{given}”不是工单编号。未作任何更改；请改正这一行。</translation>
    </message>
    <message>
        <source>--root-cause says all root causes. Leave it out to add some or take some off.</source>
        <translation>--root-cause 给出的是全部根本原因。若要添加或去掉几个，请不要使用它。</translation>
    </message>
    <message>
        <source>There is no change {change} in this review.</source>
        <translation>这个审核库里没有修改 {change}。</translation>
    </message>
    <message>
        <source>“{given}” holds something that is no character in any encoding. Nothing was changed; type it again.</source>
        <translation>“{given}”中含有不属于任何编码的字符。未作任何更改，请重新输入。</translation>
    </message>
    <message>
        <source>“{given}” cannot be part of a category: a name is not empty, stands on one line and has no ｜ in it.</source>
        <translation>“{given}”不能作为分类的一部分：名称不能为空，只占一行，并且不含 ｜。</translation>
    </message>
    <message>
        <source>“{given}” cannot be a root cause: it is not empty and stands on one line. Longer text goes into the section.</source>
        <translation>“{given}”不能作为根本原因：它不能为空，并且只占一行。更长的文字请写在正文里。</translation>
    </message>
    <message>
        <source>“{given}” cannot be a title: a title is not empty and stands on one line.</source>
        <translation>“{given}”不能作为标题：标题不能为空，而且只能有一行。</translation>
    </message>
    <message>
        <source>“{given}” is no field that can be written.</source>
        <translation>“{given}”不是可以写的字段。</translation>
    </message>
    <message>
        <source>{source} joins the names of a category by a sign that stands in “{given}” too, and would read it otherwise. Choose a name without that sign.</source>
        <translation>{source} 用来连接分类名称的符号在“{given}”里也有，会被读成别的分类。请换一个不含这个符号的名称。</translation>
    </message>
    <message>
        <source>The {field_words} of ticket {ticket} cannot be that: in the source it would be read as something else, such as a heading or another message. Change that line.</source>
        <translation>工单 {ticket} 的{field_words}不能这样写：在来源里会被读成别的内容，例如标题或另一条消息。请修改那一行。</translation>
    </message>
    <message>
        <source>“{name}” stands beside the tickets and was not read; it is kept as it is. If it holds tickets, save it as a file of its own and import that.</source>
        <translation>“{name}”与工单并列，没有读入，原样保留。如果其中有工单，请另存为一个文件再导入。</translation>
    </message>
    <message>
        <source>The key “{key}” stands here twice in one object; the last of its values was read, the others are not shown.</source>
        <translation>键“{key}”在同一个对象里出现了两次；读入的是最后一个值，其余的不显示。</translation>
    </message>
    <message>
        <source>Imported again: {added} added, {changed} changed, {parked} parked, {conflicts} in conflict, of {name}</source>
        <translation>重新导入：新增 {added} 条，改动 {changed} 条，搁置 {parked} 条，冲突 {conflicts} 处，来自 {name}</translation>
    </message>
    <message>
        <source>Imported one ticket of {name}, another batch from the same file</source>
        <translation>已导入 {name} 的 1 条工单，是同一文件的另一批</translation>
    </message>
    <message>
        <source>Imported one ticket of {files} files</source>
        <translation>从 {files} 个文件导入了 1 条工单</translation>
    </message>
    <message>
        <source>{n} values have the numbers that they had</source>
        <translation>{n} 个值沿用原来的编号</translation>
    </message>
    <message>
        <source>Took {n} decisions on canned replies</source>
        <translation>采用了 {n} 项对套话回复的决定</translation>
    </message>
    <message>
        <source>Took in a taxonomy of {n} labels</source>
        <translation>采用了 {n} 个标签的分类体系</translation>
    </message>
    <message>
        <source>No ticket has the label “{given}” as its {field_words}: left out.</source>
        <translation>没有工单的{field_words}是“{given}”：已略过。</translation>
    </message>
    <message>
        <source>A decision could not be taken everywhere: {of}</source>
        <translation>有一项决定未能处处实行：{of}</translation>
    </message>
    <message>
        <source>{n} decisions on single tickets did not apply: those tickets are not in these files.</source>
        <translation>{n} 项对单条工单的决定没有用上：这些文件里没有那些工单。</translation>
    </message>
    <message>
        <source>A decision on a single ticket did not apply: that ticket is not in these files.</source>
        <translation>一项对单条工单的决定没有用上：这些文件里没有那条工单。</translation>
    </message>
    <message>
        <source>{n} decisions on canned replies met no reply.</source>
        <translation>{n} 项对套话回复的决定没有遇到相应的回复。</translation>
    </message>
    <message>
        <source>A decision on a canned reply met no reply.</source>
        <translation>一项对套话回复的决定没有遇到相应的回复。</translation>
    </message>
    <message>
        <source>{n} replies that were rewritten are not in these files.</source>
        <translation>{n} 条改写过的回复不在这些文件里。</translation>
    </message>
    <message>
        <source>A reply that was rewritten is not in these files.</source>
        <translation>一条改写过的回复不在这些文件里。</translation>
    </message>
    <message>
        <source>{n} tickets keep their replies: their file cannot hold the wording.</source>
        <translation>{n} 条工单保留原来的回复：它们的文件容纳不了这种措辞。</translation>
    </message>
    <message>
        <source>One ticket keeps its replies: its file cannot hold the wording.</source>
        <translation>一条工单保留原来的回复：它的文件容纳不了这种措辞。</translation>
    </message>
    <message>
        <source>{n} decisions on canned replies did not apply: they were taken by a version that compares otherwise.</source>
        <translation>{n} 项对套话回复的决定没有用上：作出决定的版本比对方式不同。</translation>
    </message>
    <message>
        <source>{n} values that were masked are not in these files.</source>
        <translation>{n} 个脱敏过的值不在这些文件里。</translation>
    </message>
    <message>
        <source>A value that was masked is not in these files.</source>
        <translation>一个脱敏过的值不在这些文件里。</translation>
    </message>
    <message>
        <source>Nothing to mask was found: {value}.</source>
        <translation>没有找到需要脱敏的内容：{value}。</translation>
    </message>
    <message>
        <source>{n} tickets keep personal data: their file could not be read again with the masks.</source>
        <translation>{n} 条工单仍有个人信息：换上掩码以后它们的文件读不回来。</translation>
    </message>
    <message>
        <source>One ticket keeps personal data: its file could not be read again with the masks.</source>
        <translation>一条工单仍有个人信息：换上掩码以后它的文件读不回来。</translation>
    </message>
    <message>
        <source>{n} values that are no personal data are not in these files.</source>
        <translation>{n} 个不是个人信息的值不在这些文件里。</translation>
    </message>
    <message>
        <source>A value that is no personal data is not in these files.</source>
        <translation>一个不是个人信息的值不在这些文件里。</translation>
    </message>
    <message>
        <source>{n} tickets that were there twice are not so in these files.</source>
        <translation>{n} 条原来重复的工单在这些文件里没有重复。</translation>
    </message>
    <message>
        <source>A ticket that was there twice is not so in these files.</source>
        <translation>一条原来重复的工单在这些文件里没有重复。</translation>
    </message>
    <message>
        <source>{n} tickets have a {field_words} that the taxonomy does not allow.</source>
        <translation>{n} 条工单的{field_words}不在分类体系允许之列。</translation>
    </message>
    <message>
        <source>A ticket has a {field_words} that the taxonomy does not allow.</source>
        <translation>一条工单的{field_words}不在分类体系允许之列。</translation>
    </message>
    <message>
        <source>Not in the recipe are edits of {n} tickets, which would need their text: {fields}. Applied, these stay as in the sources.</source>
        <translation>配方里没有对 {n} 条工单的修改，因为那需要工单的文字：{fields}。套用时这些内容与来源相同。</translation>
    </message>
    <message>
        <source>Not in the recipe are edits of one ticket, which would need its text: {fields}. Applied, it stays as in the source.</source>
        <translation>配方里没有对一条工单的修改，因为那需要工单的文字：{fields}。套用时它与来源相同。</translation>
    </message>
    <message>
        <source>{n} decisions were left out: personal data stands in their words.</source>
        <translation>略去了 {n} 项决定：其文字中有个人信息。</translation>
    </message>
    <message>
        <source>A decision was left out: personal data stands in its words.</source>
        <translation>略去了一项决定：其文字中有个人信息。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>发言人</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Ticket it belongs to</source>
        <translation>所属工单</translation>
    </message>
    <message>
        <source>Another field</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>Only in the file</source>
        <translation>只留在文件中</translation>
    </message>
    <message>
        <source>A table. {parts}.</source>
        <translation>表格。{parts}。</translation>
    </message>
    <message>
        <source>Dialect: {parts}.</source>
        <translation>写法：{parts}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>numbered titles</source>
        <translation>标题带编号</translation>
    </message>
    <message>
        <source>titles with a prefix</source>
        <translation>标题带前缀</translation>
    </message>
    <message>
        <source>titles without numbers</source>
        <translation>标题不带编号</translation>
    </message>
    <message>
        <source>headings below the title</source>
        <translation>小节标题低一级</translation>
    </message>
    <message>
        <source>headings like titles</source>
        <translation>小节标题与工单标题同级</translation>
    </message>
    <message>
        <source>bold labels for headings</source>
        <translation>小节用粗体标签</translation>
    </message>
    <message>
        <source>category behind “{value}”</source>
        <translation>分类在“{value}”之后</translation>
    </message>
    <message>
        <source>its names joined by “{value}”</source>
        <translation>分类名称用“{value}”连接</translation>
    </message>
    <message>
        <source>replies with speakers</source>
        <translation>回复带说话人</translation>
    </message>
    <message>
        <source>questions and replies in pairs</source>
        <translation>一问一答</translation>
    </message>
    <message>
        <source>numbered replies</source>
        <translation>回复带编号</translation>
    </message>
    <message>
        <source>a list of replies</source>
        <translation>回复是列表</translation>
    </message>
    <message>
        <source>a line a reply</source>
        <translation>一行一条回复</translation>
    </message>
    <message>
        <source>a paragraph a reply</source>
        <translation>一段一条回复</translation>
    </message>
    <message>
        <source>replies as one text</source>
        <translation>回复是一整段文字</translation>
    </message>
    <message>
        <source>a conversation besides</source>
        <translation>另有对话记录</translation>
    </message>
    <message>
        <source>root causes as a list</source>
        <translation>根本原因是列表</translation>
    </message>
    <message>
        <source>root causes as tags</source>
        <translation>根本原因是标签</translation>
    </message>
    <message>
        <source>root causes behind a label</source>
        <translation>根本原因在标签之后</translation>
    </message>
    <message>
        <source>root causes as text</source>
        <translation>根本原因是文字</translation>
    </message>
    <message>
        <source>no rule between tickets</source>
        <translation>工单之间没有分隔线</translation>
    </message>
    <message>
        <source>Windows line ends</source>
        <translation>Windows 换行</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>other fields</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Repaired: {n} values that the log did not know</source>
        <translation>修复：{n} 个日志中没有的值</translation>
    </message>
    <message>
        <source>Repaired: a value that the log did not know</source>
        <translation>修复：一个日志中没有的值</translation>
    </message>
    <message>
        <source>Recovered: {n} values that the log did not know</source>
        <translation>抢救：{n} 个日志中没有的值</translation>
    </message>
    <message>
        <source>Recovered: a value that the log did not know</source>
        <translation>抢救：一个日志中没有的值</translation>
    </message>
    <message>
        <source>Recovered: an action whose description is lost</source>
        <translation>抢救：一个说明已丢失的操作</translation>
    </message>
    <message>
        <source>The review as it was is kept among its backups: {file}.</source>
        <translation>原来的审核库已存入备份：{file}。</translation>
    </message>
    <message>
        <source>How {source} is written was found out anew from its bytes.</source>
        <translation>{source} 的写法已从它的内容重新查明。</translation>
    </message>
    <message>
        <source>The bytes of {source} are nowhere to be found whole; “winnow recover” makes the source anew.</source>
        <translation>哪里都找不到 {source} 的完整内容；“winnow recover”会重新建立这个来源。</translation>
    </message>
    <message>
        <source>The bytes of {source} were read again from {file}.</source>
        <translation>{source} 的内容已从 {file} 重新读取。</translation>
    </message>
    <message>
        <source>The bytes of {source} were taken from the backup {file}.</source>
        <translation>{source} 的内容取自备份 {file}。</translation>
    </message>
    <message>
        <source>The bytes of {source} are lost. Its {n} tickets stand in a new source of JSONL; “winnow update” takes the file in again, if you have it.</source>
        <translation>{source} 的内容已丢失。它的 {n} 条工单放进了新的 JSONL 来源；如果还有原文件，“winnow update”可以重新读入。</translation>
    </message>
    <message>
        <source>The bytes of {source} are lost. Its ticket stands in a new source of JSONL; “winnow update” takes the file in again, if you have it.</source>
        <translation>{source} 的内容已丢失。它的工单放进了新的 JSONL 来源；如果还有原文件，“winnow update”可以重新读入。</translation>
    </message>
    <message>
        <source>{n} tickets that are in no source were parked.</source>
        <translation>{n} 张不在任何来源中的工单已搁置。</translation>
    </message>
    <message>
        <source>A ticket that is in no source was parked.</source>
        <translation>一张不在任何来源中的工单已搁置。</translation>
    </message>
    <message>
        <source>{n} tickets were lost, and read again from their sources.</source>
        <translation>{n} 条工单曾丢失，已从来源重新读取。</translation>
    </message>
    <message>
        <source>A ticket was lost, and read again from its source.</source>
        <translation>一条工单曾丢失，已从来源重新读取。</translation>
    </message>
    <message>
        <source>{n} values were made what the source and the log say.</source>
        <translation>{n} 个值已改为来源和日志所说的内容。</translation>
    </message>
    <message>
        <source>A value was made what the source and the log say.</source>
        <translation>一个值已改为来源和日志所说的内容。</translation>
    </message>
    <message>
        <source>{n} marks of edits were made anew from the sources.</source>
        <translation>{n} 个修改标记已根据来源重新建立。</translation>
    </message>
    <message>
        <source>A mark of an edit was made anew from the source.</source>
        <translation>一个修改标记已根据来源重新建立。</translation>
    </message>
    <message>
        <source>{n} tickets were found again in their sources.</source>
        <translation>{n} 条工单已在来源中重新定位。</translation>
    </message>
    <message>
        <source>A ticket was found again in its source.</source>
        <translation>一条工单已在来源中重新定位。</translation>
    </message>
    <message>
        <source>{n} rows that pointed to nothing were removed.</source>
        <translation>{n} 行没有指向的记录已移除。</translation>
    </message>
    <message>
        <source>A row that pointed to nothing was removed.</source>
        <translation>一行没有指向的记录已移除。</translation>
    </message>
    <message>
        <source>{n} changes of tickets that are lost could not be kept.</source>
        <translation>已丢失工单的 {n} 处修改无法保留。</translation>
    </message>
    <message>
        <source>A change of a ticket that is lost could not be kept.</source>
        <translation>已丢失工单的一处修改无法保留。</translation>
    </message>
    <message>
        <source>{n} actions of the log have lost their description.</source>
        <translation>日志中有 {n} 个操作丢失了说明。</translation>
    </message>
    <message>
        <source>An action of the log has lost its description.</source>
        <translation>日志中有一个操作丢失了说明。</translation>
    </message>
    <message>
        <source>{n} decisions were made what the log says.</source>
        <translation>{n} 个决定已改为日志所说的内容。</translation>
    </message>
    <message>
        <source>A decision was made what the log says.</source>
        <translation>一个决定已改为日志所说的内容。</translation>
    </message>
    <message>
        <source>{n} values that the log did not know were written into it.</source>
        <translation>{n} 个日志中没有的值已写入日志。</translation>
    </message>
    <message>
        <source>A value that the log did not know was written into it.</source>
        <translation>一个日志中没有的值已写入日志。</translation>
    </message>
    <message>
        <source>The root causes of {n} tickets were made anew from their text.</source>
        <translation>{n} 条工单的根本原因已根据正文重新得出。</translation>
    </message>
    <message>
        <source>The root causes of a ticket were made anew from their text.</source>
        <translation>一条工单的根本原因已根据正文重新得出。</translation>
    </message>
    <message>
        <source>The search index was made anew.</source>
        <translation>搜索索引已重建。</translation>
    </message>
    <message>
        <source>{n} tickets and {changes} changes of the log were read from the damaged file.</source>
        <translation>从损坏的文件中读出了 {n} 条工单和日志中的 {changes} 处修改。</translation>
    </message>
    <message>
        <source>A ticket and {changes} changes of the log were read from the damaged file.</source>
        <translation>从损坏的文件中读出了一条工单和日志中的 {changes} 处修改。</translation>
    </message>
    <message>
        <source>The rest comes from the backup of {at}; {n} actions of the log are newer than it.</source>
        <translation>其余内容来自 {at} 的备份；日志中有 {n} 个操作比它新。</translation>
    </message>
    <message>
        <source>The rest comes from the backup of {at}; an action of the log is newer than it.</source>
        <translation>其余内容来自 {at} 的备份；日志中有一个操作比它新。</translation>
    </message>
    <message>
        <source>The header of the file is damaged; it was not needed.</source>
        <translation>文件头已损坏；读取时不需要它。</translation>
    </message>
    <message>
        <source>{n} of {all} pages of the file cannot be read.</source>
        <translation>文件的 {all} 页中有 {n} 页无法读取。</translation>
    </message>
    <message>
        <source>One of {all} pages of the file cannot be read.</source>
        <translation>文件的 {all} 页中有一页无法读取。</translation>
    </message>
    <message>
        <source>{n} pages of the file’s log are damaged; those behind them were read.</source>
        <translation>文件的预写日志中有 {n} 页损坏；其后的页已读出。</translation>
    </message>
    <message>
        <source>A page of the file’s log is damaged; those behind it were read.</source>
        <translation>文件的预写日志中有一页损坏；其后的页已读出。</translation>
    </message>
    <message>
        <source>{n} changes are missing in the log, by their numbers.</source>
        <translation>按编号看，日志中缺少 {n} 处修改。</translation>
    </message>
    <message>
        <source>A change is missing in the log, by its number.</source>
        <translation>按编号看，日志中缺少一处修改。</translation>
    </message>
    <message>
        <source>{n} actions are missing in the log, by their numbers.</source>
        <translation>按编号看，日志中缺少 {n} 个操作。</translation>
    </message>
    <message>
        <source>An action is missing in the log, by its number.</source>
        <translation>按编号看，日志中缺少一个操作。</translation>
    </message>
    <message>
        <source>{n} versions of sources that were taken in cannot be undone any more.</source>
        <translation>{n} 个已读入的来源版本不能再撤销。</translation>
    </message>
    <message>
        <source>A version of a source that was taken in cannot be undone any more.</source>
        <translation>一个已读入的来源版本不能再撤销。</translation>
    </message>
</context>
</TS>
